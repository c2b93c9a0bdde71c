import type { progress as nl } from '../nl/progress'

export const progress: typeof nl = {
  confidences: {
    safe: 'aim safe',
    reachable: 'aim reachable',
    'needs-support': 'needs support',
    compromised: 'aim in danger',
    none: 'nothing reported yet',
  },
}
