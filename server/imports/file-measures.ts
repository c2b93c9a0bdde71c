import { normalName } from './import.shared'
import { type JudgedRow, type MeasureRef, refOf } from './judged-row'
import { type PlanState, titleKey } from './plan-state'

/** The measures of a file and of the plan, found the way a file names them: the file's own first. */
export class FileMeasures {
  private readonly byId = new Map<string, JudgedRow>()
  private readonly byNumber = new Map<number, JudgedRow>()
  /** null: more than one is called so */
  private readonly byTitle = new Map<string, JudgedRow | null>()

  constructor(
    rows: JudgedRow[],
    private readonly state: PlanState,
  ) {
    for (const row of rows) {
      const { id, number } = row.cells
      if (id) this.byId.set(id, row)
      if (number) this.byNumber.set(Number(number), row)
      const title = normalName(row.title)
      if (title) this.byTitle.set(title, this.byTitle.has(title) ? null : row)
    }
  }

  /** By the id of an export, else by its number, else by its title. */
  find({ id = '', number = '', title = '' }: { id?: string; number?: string; title?: string }): MeasureRef | undefined {
    const row =
      this.byId.get(id) ??
      (this.state.measures.has(id)
        ? undefined
        : (this.byNumber.get(Number(number)) ?? this.byTitle.get(normalName(title))))
    if (row) return refOf(row)
    const found = this.state.measures.has(id)
      ? id
      : (this.state.byNumber.get(Number(number)) ?? this.state.byTitle.get(titleKey(null, title)))
    return found ? { id: found, row: null, key: found, isOut: false } : undefined
  }

  /** By "number. title", or one of the two. */
  findNamed(name: string): MeasureRef | undefined {
    const [, number, title] = /^(\d+)(?:\.\s+(.+))?$/s.exec(name) ?? []
    return this.find({ title: name }) ?? this.find({ title: title ?? '' }) ?? this.find({ number: number ?? '' })
  }
}
