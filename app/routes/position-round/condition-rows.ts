import type { ConditionRow } from '#server/positions/position.shared'

/** The rows of conditions that a form sends, in their order: `condition-0` with `conditionId-0`, and so on. */
export function readConditionRows(form: FormData): ConditionRow[] {
  return [...form.keys()]
    .flatMap(name => /^condition-(\d{1,3})$/.exec(name)?.[1] ?? [])
    .sort((one, other) => Number(one) - Number(other))
    .map(number => ({
      id: String(form.get(`conditionId-${number}`) ?? ''),
      text: String(form.get(`condition-${number}`) ?? ''),
    }))
}

/** The same rows as a form kept or sent them. */
export function keptConditionRows(values: Record<string, string>): ConditionRow[] {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return readConditionRows(form)
}
