import { type DependencyWork, judgeDependencies } from './judge-dependencies'
import { judgeMilestones, type MilestoneWork } from './judge-milestones'
import { judgeResponsibilities, type ResponsibilityWork } from './judge-responsibilities'
import { judgeStructure, type PlaceWork } from './judge-structure'
import type { Judging } from './judging'
import type { JudgedTable } from './sheet-row'
import type { ImportTableName, SideSheet } from './sheets.shared'

export interface JudgedSheets {
  structure?: JudgedTable<PlaceWork>
  responsibilities?: JudgedTable<ResponsibilityWork>
  milestones?: JudgedTable<MilestoneWork>
  dependencies?: JudgedTable<DependencyWork>
}

const judges = {
  structure: judgeStructure,
  responsibilities: judgeResponsibilities,
  milestones: judgeMilestones,
  dependencies: judgeDependencies,
}

/** Holds the other sheets of a workbook against the plan and against the measures of the workbook. Writes nothing. */
export function judgeSheets(sheets: SideSheet[], judging: Judging): JudgedSheets {
  const judged: Record<string, unknown> = {}
  for (const name of Object.keys(judges) as ImportTableName[]) {
    const sheet = sheets.find(({ kind }) => kind === name)
    if (sheet) judged[name] = judges[name](sheet, judging)
  }
  return judged as JudgedSheets
}
