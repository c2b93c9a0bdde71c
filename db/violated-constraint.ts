/** @returns the name of the constraint or unique index that a write ran into; undefined for any other error */
export function violatedConstraint(error: unknown): string | undefined {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  // Class 23 of SQLSTATE: integrity constraint violation.
  return code?.startsWith('23') ? constraint : undefined
}
