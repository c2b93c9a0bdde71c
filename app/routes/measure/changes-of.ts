/**
 * A form says of each field what it was when the change began: `title` and `before.title`. What is several has a line for
 * each.
 */
export function changesOf(form: FormData): { field: string; before: FormDataEntryValue; value: string }[] {
  return [...form].flatMap(([name, before]) => {
    const field = name.startsWith('before.') ? name.slice('before.'.length) : ''
    return field ? [{ field, before, value: form.getAll(field).join('\n') }] : []
  })
}
