/** What the tables of an export have as columns, in their order. An import knows the same. */
export const measureColumns = [
  'number',
  'title',
  'priority',
  'otherPriorities',
  'axis',
  'level',
  'horizon',
  'kind',
  'status',
  'lead',
  'startsOn',
  'endsOn',
  'summary',
  'targetGroups',
  'basicFunctions',
  'parent',
  'askedBody',
  'askedName',
  'askedOn',
  'answer',
  'answeredOn',
  'reviewedOn',
  'reviewDueOn',
  'text',
  'origin',
  'source',
  'certainty',
  'inferred',
  'demo',
  'id',
] as const
export type MeasureColumn = (typeof measureColumns)[number]

/** What the plan is built of: its priorities and axes. */
export const structureColumns = ['part', 'position', 'name', 'description', 'source', 'certainty'] as const
export type StructureColumn = (typeof structureColumns)[number]

export const responsibilityColumns = [
  'measureNumber',
  'measure',
  'body',
  'bodyName',
  'role',
  'state',
  'person',
  'source',
  'certainty',
  'demo',
  'measureId',
] as const
export type ResponsibilityColumn = (typeof responsibilityColumns)[number]

export const milestoneColumns = [
  'measureNumber',
  'measure',
  'milestone',
  'plannedFor',
  'reachedOn',
  'milestoneState',
  'droppedReason',
  'source',
  'certainty',
  'demo',
  'measureId',
  'milestoneId',
] as const
export type MilestoneColumn = (typeof milestoneColumns)[number]

export const reportColumns = [
  'measureNumber',
  'measure',
  'reportedFor',
  'reportedOn',
  'status',
  'percentage',
  'confidence',
  'achieved',
  'hindrance',
  'upcoming',
  'reportedBy',
  'corrected',
  'demo',
  'measureId',
] as const
export type ReportColumn = (typeof reportColumns)[number]

export const slipColumns = [
  'measureNumber',
  'measure',
  'baseline',
  'slipKind',
  'slipped',
  'was',
  'now',
  'shift',
  'measureId',
] as const
export type SlipColumn = (typeof slipColumns)[number]

export const dependencyColumns = [
  'measureNumber',
  'measure',
  'relation',
  'otherNumber',
  'otherMeasure',
  'note',
  'demo',
  'measureId',
  'otherId',
] as const
export type DependencyColumn = (typeof dependencyColumns)[number]

export type ExportColumn =
  | MeasureColumn
  | StructureColumn
  | ResponsibilityColumn
  | MilestoneColumn
  | ReportColumn
  | SlipColumn
  | DependencyColumn

/** The tables of an export: the sheets of a workbook, or a file of separated values each. */
export const exportTables = [
  'measures',
  'structure',
  'responsibilities',
  'map',
  'matrix',
  'milestones',
  'reports',
  'slippage',
  'dependencies',
] as const
export type ExportTableName = (typeof exportTables)[number]

/** Between the parts of a cell that holds several. */
export const PART_SEPARATOR = '; '
