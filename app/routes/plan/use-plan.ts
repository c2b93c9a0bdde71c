import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './route'

/** What every view of the plan shares: the plan itself, the filters, the counts, what the reader may do. */
export function usePlan() {
  const shared = useRouteLoaderData<typeof loader>('routes/plan/route')
  if (!shared?.plan) throw new Error('a view of the plan is only there where there is a plan')
  return { ...shared, plan: shared.plan }
}
