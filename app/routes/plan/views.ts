import { ChartNoAxesGantt, Columns3, Grid3x3, type LucideIcon, Table2, UsersRound } from 'lucide-react'
import type { nl } from '#app/i18n/resources'

interface View {
  to: string
  name: keyof (typeof nl)['plan']['views']
  icon: LucideIcon
}

/** The ways to look at the plan, a line each: they share its filters and counts. */
export const views: View[] = [
  { to: '/measures', name: 'table', icon: Table2 },
  { to: '/measures/matrix', name: 'matrix', icon: Grid3x3 },
  { to: '/measures/map', name: 'map', icon: UsersRound },
  { to: '/measures/timeline', name: 'timeline', icon: ChartNoAxesGantt },
  { to: '/measures/board', name: 'board', icon: Columns3 },
]
