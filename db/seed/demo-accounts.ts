import type { Role } from '../schema/vocabulary'

/** An account to try the product with. Its name is a role: nobody real acts for these bodies here. */
export interface DemoAccount {
  email: string
  name: string
  role: Role
  bodyCode: string
}

/** The password of every demo account. */
export const demoPassword = 'samenspraak-demo'

export const demoAccounts: DemoAccount[] = [
  { email: 'coordinator@demo.example', name: 'Coördinator CJM (demo)', role: 'coordinator', bodyCode: 'CJM' },
  { email: 'editor.sport@demo.example', name: 'Werkgroeplid Sport (demo)', role: 'editor', bodyCode: 'SPORT' },
  { email: 'editor.werk@demo.example', name: 'Werkgroeplid Werk (demo)', role: 'editor', bodyCode: 'WSE' },
  {
    email: 'representative.welzijn@demo.example',
    name: 'Vertegenwoordiger Welzijn (demo)',
    role: 'representative',
    bodyCode: 'ZORG',
  },
  {
    email: 'representative.steunpunt@demo.example',
    name: 'Vertegenwoordiger Steunpunt (demo)',
    role: 'representative',
    bodyCode: 'VSVW',
  },
  {
    email: 'representative.lokaal@demo.example',
    name: 'Vertegenwoordiger Lokale besturen (demo)',
    role: 'representative',
    bodyCode: 'VVSG',
  },
  {
    email: 'representative.werk@demo.example',
    name: 'Vertegenwoordiger Werk (demo)',
    role: 'representative',
    bodyCode: 'WSE',
  },
  { email: 'observer@demo.example', name: 'Waarnemer RVA (demo)', role: 'observer', bodyCode: 'RVA' },
]
