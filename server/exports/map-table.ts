import type { ExportCell, ExportTable } from './export-table'
import type { ExportedResponsibility, PlanExport } from './read-plan-export'
import { number, text } from './to-table'
import type { ExportWords } from './words.shared'

/** Who carries what, as the map of the plan has it: a row for every measure, a column for every body, totals below. */
export function mapTable({ measures, responsibilities }: PlanExport, words: ExportWords): ExportTable {
  const { columns, map } = words
  const codes = [...new Set(responsibilities.map(({ bodyCode }) => bodyCode))].sort((a, b) => a.localeCompare(b))
  const cells = new Map<string, string[]>()
  const withLead = new Set<string>()
  for (const responsibility of responsibilities) {
    const key = `${responsibility.measureId} ${responsibility.bodyCode}`
    cells.set(key, [...(cells.get(key) ?? []), letterOf(responsibility, words)])
    if (isLead(responsibility)) withLead.add(responsibility.measureId)
  }
  const rows = measures.map(({ id, number, title }): ExportCell[] => [
    number,
    title,
    withLead.has(id) ? null : words.yes,
    ...codes.map(code => cells.get(`${id} ${code}`)?.join(' ') ?? null),
  ])
  const perBody = (counts: (row: ExportedResponsibility) => boolean) =>
    codes.map(
      code =>
        new Set(responsibilities.filter(row => row.bodyCode === code && counts(row)).map(row => row.measureId)).size,
    )
  return {
    name: words.sheets.map,
    columns: [
      { label: columns.measureNumber, ...number(6) },
      { label: columns.measure, ...text(48) },
      { label: map.noLead, ...text(14) },
      ...codes.map(label => ({ label, ...text(8) })),
    ],
    rows: [...rows, [null, map.leads, null, ...perBody(isLead)], [null, map.measures, null, ...perBody(() => true)]],
  }
}

const isLead = ({ role, state }: ExportedResponsibility) => role === 'lead' && state === 'accepted'

function letterOf({ role, state }: ExportedResponsibility, { roleLetters, map }: ExportWords): string {
  const letter = roleLetters[role]
  return state === 'accepted' ? letter : map.proposed(letter)
}
