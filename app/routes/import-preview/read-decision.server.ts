import { type ImportChoices, noChoices } from '#server/imports/import.shared'

/** What the form of the columns says: a field for each column, a choice for each name that is not known. */
export function readDecision(form: FormData): { mapping: (string | null)[]; choices: ImportChoices } {
  const text = (name: string) => String(form.get(name) ?? '')
  const columns = [...form.keys()].filter(name => name.startsWith('column.'))
  const mapping = columns.map((_, index) => text(`column.${index}`) || null)
  const choices: ImportChoices = { ...noChoices, priority: {}, axis: {}, lead: {}, body: {} }
  for (let index = 0; form.has(`unknown.${index}.field`); index++) {
    const field = text(`unknown.${index}.field`)
    if (field !== 'priority' && field !== 'axis' && field !== 'lead' && field !== 'body') continue
    choices[field][text(`unknown.${index}.name`)] = text(`unknown.${index}.choice`)
  }
  return {
    mapping: mapping.map((field, index) => (field && mapping.indexOf(field) === index ? field : null)),
    choices: {
      ...choices,
      defaultPriority: text('defaultPriority') || null,
      defaultLevel: text('defaultLevel') || null,
      clears: form.get('clears') === '1',
    },
  }
}
