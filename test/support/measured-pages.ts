/** The pages that are measured on a large plan, a line each. */
export const measuredPages = {
  home: '/',
  'the plan': '/measures',
  'the plan, last page': '/measures?page=99',
  'the plan, by lead': '/measures?group=lead&sort=-changed',
  'the plan, of one body': '/measures?body=CJM&role=lead&role=consulted',
  'the plan, of my body, without a lead': '/measures?mine=1&noLead=1',
  'the plan, words': '/measures?q=vrijwilliger',
  'a new measure': '/measures/new',
  meetings: '/meetings',
  decisions: '/decisions',
  actions: '/actions?whose=all',
}

export interface Cost {
  queries: number
  databaseMs: number
  serverMs: number
  bytes: number
}

/** Asks for a page. @returns what it cost a server that runs with SERVER_TIMING=1 */
export async function askPage(url: string, path: string, cookie: string): Promise<Cost> {
  const answer = await fetch(`${url}${path}`, { headers: { Cookie: cookie, Accept: 'text/html' } })
  const body = await answer.arrayBuffer()
  const said = answer.headers.get('Server-Timing') ?? ''
  const [, queries, databaseMs, serverMs] = /"(\d+) queries";dur=([\d.]+), total;dur=([\d.]+)/.exec(said) ?? []
  if (answer.status !== 200 || !queries) throw new Error(`${path} was answered with ${answer.status}, "${said}"`)
  return {
    queries: Number(queries),
    databaseMs: Number(databaseMs),
    serverMs: Number(serverMs),
    bytes: body.byteLength,
  }
}
