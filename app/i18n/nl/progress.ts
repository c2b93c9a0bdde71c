/** How far measures are: reports on them. */
export const progress = {
  confidences: {
    safe: 'doel veilig',
    reachable: 'doel haalbaar',
    'needs-support': 'steun nodig',
    compromised: 'doel in gevaar',
    none: 'nog niets gemeld',
  },
}
