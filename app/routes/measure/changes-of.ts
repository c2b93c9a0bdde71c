/** A form says of each field what it was when the change began: `title` and `before.title`. */
export function changesOf(form: FormData): { field: string; before: FormDataEntryValue; value: FormDataEntryValue }[] {
  return [...form].flatMap(([name, before]) => {
    const field = name.startsWith('before.') ? name.slice('before.'.length) : ''
    return field ? [{ field, before, value: form.get(field) ?? '' }] : []
  })
}
