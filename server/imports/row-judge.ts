import { z } from 'zod'
import { PART_SEPARATOR } from '../exports/columns.shared'
import type { ExportedMeasure } from '../exports/read-plan-export'
import { type MeasureChange, measureChange } from '../measures/measure.shared'
import { type CellError, type ImportChoices, type ImportField, normalName, type UnknownName } from './import.shared'
import type { ImportVocabulary } from './import-vocabulary.shared'
import { cellError, type ImportSource, type JudgedRow, stateOf } from './judged-row'
import { type PlanState, titleKey } from './plan-state'
import { changeFields, currentValue, findPlace, measureField, readCell } from './read-cell'

/** Counts a row in which the plan does not know a name. @returns what was chosen to become of the name, else the usual */
export type Note = (field: UnknownName['field'], name: string, usual: string) => string

/** @param unknown where such names are kept, with in how many rows they stand */
export const noteOf =
  (unknown: Map<string, UnknownName>, choices: ImportChoices): Note =>
  (field, name, usual) => {
    const key = `${field} ${name}`
    const known = unknown.get(key)
    const choice = choices[field][name] ?? usual
    unknown.set(key, { field, name, choice, rows: (known?.rows ?? 0) + 1 })
    return choice
  }

/** What the rows of a file have to do with each other. */
export interface Across {
  unknown: Map<string, UnknownName>
  /** measures, and titles of new ones, that a row above was about */
  seen: Set<string>
  numbers: Set<number>
}

/** Holds one row of a file against the plan: what it would change or make, and what is wrong in which column. Writes nothing. */
export class RowJudge {
  private readonly errors: CellError[] = []
  private isSkipped = false

  constructor(
    private readonly source: ImportSource,
    private readonly state: PlanState,
    private readonly vocabulary: ImportVocabulary,
    private readonly across: Across,
  ) {}

  /** @param number the row's, as a spreadsheet counts them */
  judge(row: string[], number: number): JudgedRow {
    const cells: JudgedRow['cells'] = {}
    this.source.mapping.forEach((field, column) => {
      if (field) cells[field] = row[column] ?? ''
    })
    const judged: JudgedRow = {
      row: number,
      title: cells.title ?? '',
      state: 'unchanged',
      measureId: null,
      ...{
        changes: [],
        errors: this.errors,
        edits: [],
        values: {},
        makes: {},
        makesOthers: [],
        leads: [],
        parent: null,
        cells,
      },
      certainty: this.vocabulary.certainty[normalName(cells.certainty ?? '')] ?? null,
      inferred: this.inferred(cells.inferred),
      isDemo: this.vocabulary.yes.includes(normalName(cells.demo ?? '')),
    }
    judged.measureId = this.find(cells)
    this.once(judged)
    const current = judged.measureId ? this.state.measures.get(judged.measureId) : undefined
    for (const field of changeFields) this.field(field, judged)
    this.leads(judged)
    if (!current) this.complete(judged)
    else judged.title ||= current.title
    judged.state = this.isSkipped ? 'skipped' : this.errors.length > 0 ? 'error' : stateOf(judged)
    return judged
  }

  /** By the id of an export, else by its number, else by its title within its priority. */
  private find({ id, number, title, priority }: JudgedRow['cells']): string | null {
    if (id && this.state.measures.has(id)) return id
    const byNumber = number && this.state.byNumber.get(Number(number))
    if (byNumber) return byNumber
    if (!title) return null
    const place = priority ? readCell('priority', priority, this.reader) : undefined
    const within = place && 'value' in place ? String(place.value) : place ? undefined : null
    const found = within === undefined ? undefined : this.state.byTitle.get(titleKey(within, title))
    if (found === null) this.fail('title', 'title-twice', title)
    return found ?? null
  }

  private once({ measureId, cells: { title = '', priority = '' } }: JudgedRow): void {
    const key = measureId ?? `${normalName(priority)} ${normalName(title)}`
    if (this.across.seen.has(key) && title) this.fail('title', 'twice-in-file', title)
    this.across.seen.add(key)
  }

  private field(field: ImportField, judged: JudgedRow): void {
    const text = judged.cells[field]
    const current = judged.measureId ? this.state.measures.get(judged.measureId) : undefined
    if (text === undefined) return
    if (current) {
      if (text === '' && (!this.source.choices.clears || isKept(field))) return
      if (this.state.shown.some(shown => shown.get(current.id)?.[field] === text)) return
    } else if (text === '') return
    const reading = readCell(field, text, this.reader)
    if ('reason' in reading && field === 'otherPriorities' && !current) this.others(text, judged)
    else if ('reason' in reading) this.fail(field, reading.reason, text)
    else if ('unknown' in reading) this.meet(reading.unknown, reading.name, judged)
    else if (field === 'number' && this.isTaken(reading.value as number, judged.measureId)) {
      this.fail(field, 'number-taken', text)
    } else if (current) this.edit(field, text, { current, value: reading.value, judged })
    else judged.values[field] = reading.value
  }

  private edit(
    field: ImportField,
    text: string,
    { current, value, judged }: { current: ExportedMeasure; value: MeasureChange['value']; judged: JudgedRow },
  ): void {
    const before = currentValue(current, field, this.state)
    if (JSON.stringify(before) === JSON.stringify(value)) return
    judged.edits.push(measureChange.parse({ field: measureField(field), before, value }))
    judged.changes.push({ field, before: this.state.shown[0]?.get(current.id)?.[field] ?? '', after: text })
  }

  /** Two rows may not have the same number, nor may a row take that of another measure. */
  private isTaken(number: number | null, measureId: string | null): boolean {
    if (number === null) return false
    const owner = this.state.byNumber.get(number)
    const isTaken = (owner !== undefined && owner !== measureId) || this.across.numbers.has(number)
    this.across.numbers.add(number)
    return isTaken
  }

  private meet(field: 'priority' | 'axis', name: string, judged: JudgedRow): void {
    const choice = this.note(field, name, 'create')
    if (choice === 'skip') {
      if (field === 'priority') this.isSkipped = true
      return
    }
    judged.makes[field] = name
    const current = judged.measureId ? (this.state.shown[0]?.get(judged.measureId)?.[field] ?? '') : ''
    if (judged.measureId) judged.changes.push({ field, before: current, after: name })
  }

  /** Those that the plan has, and those that the file may make: `judgeOthers` looks whether it does. */
  private others(text: string, judged: JudgedRow): void {
    const names = text.split(text.includes('\n') ? '\n' : ';').filter(name => name.trim())
    const ids = names.map(name => findPlace('priority', name, this.state))
    judged.values.otherPriorities = ids.filter(id => id !== undefined)
    judged.makesOthers = names.filter((_, index) => ids[index] === undefined)
  }

  /** Codes of bodies, perhaps with what they answered behind them. */
  private leads(judged: JudgedRow): void {
    const text = judged.cells.lead
    if (!text) return
    if (judged.measureId && this.state.shown.some(shown => shown.get(judged.measureId ?? '')?.lead === text)) return
    const open = this.state.exported.responsibilities.filter(
      ({ measureId, role }) => measureId === judged.measureId && role === 'lead',
    )
    for (const part of text.split(/[;,\n]/)) {
      const code = part.replace(/\(.*\)/, '').trim()
      if (!code) continue
      const id = this.state.bodies.get(normalName(code)) ?? this.bodyFor(code)
      if (!id || open.some(one => this.state.bodies.get(normalName(one.bodyCode)) === id)) continue
      if (open.some(one => one.state === 'accepted')) {
        this.fail('lead', 'lead-taken', code)
        continue
      }
      judged.leads.push(id)
      if (judged.measureId) judged.changes.push({ field: 'lead', before: '', after: code })
    }
  }

  private bodyFor(code: string): string | undefined {
    const choice = this.note('lead', code, 'skip')
    return this.state.bodyNames.find(body => body.id === choice)?.id
  }

  private note(field: UnknownName['field'], name: string, usual: string): string {
    return noteOf(this.across.unknown, this.source.choices)(field, name, usual)
  }

  /** The names of columns whose value was inferred. */
  private inferred(text = ''): ImportField[] {
    return text.split(PART_SEPARATOR.trim()).flatMap(name => this.vocabulary.columns[normalName(name)] ?? [])
  }

  /** What a measure cannot be made without. */
  private complete(judged: JudgedRow): void {
    const { defaultPriority, defaultLevel } = this.source.choices
    const { cells, values, makes } = judged
    if (!cells.title) this.fail('title', 'required', '')
    if (!cells.priority && defaultPriority) values.priority = defaultPriority
    else if (!cells.priority && !makes.priority) this.fail('priority', 'required', '')
    if (!cells.level && defaultLevel) values.level = defaultLevel
    else if (!cells.level) this.fail('level', 'required', '')
    const { reviewedOn, origin } = cells
    if (reviewedOn && isDay(reviewedOn) && reviewedOn <= this.state.today) values.reviewedOn = reviewedOn
    else if (reviewedOn) this.fail('reviewedOn', isDay(reviewedOn) ? 'not-happened-yet' : 'not-a-date', reviewedOn)
    if (origin) values.origin = this.vocabulary.origin[normalName(origin)] ?? origin.slice(0, 200)
  }

  private fail(field: ImportField, reason: string, value: string): void {
    this.errors.push(cellError(this.source, field, { reason, value }))
  }

  private get reader() {
    return { state: this.state, vocabulary: this.vocabulary, choices: this.source.choices }
  }
}

const isDay = (text: string) => z.iso.date().safeParse(text).success

/** What a measure always has cannot be emptied. */
const isKept = (field: ImportField) => ['title', 'priority', 'level', 'kind', 'status'].includes(field)
