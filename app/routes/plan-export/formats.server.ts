import { aboutSheet, type ExportOccasion } from '#server/exports/about-sheet'
import { type ExportTableName, exportTables, type MeasureColumn, measureColumns } from '#server/exports/columns.shared'
import type { ExportTable } from '#server/exports/export-table'
import { dependencyTable, reportTable, slippageTable } from '#server/exports/follow-up-tables'
import { mapTable } from '#server/exports/map-table'
import { matrixTable } from '#server/exports/matrix-table'
import { planDocument } from '#server/exports/plan-document'
import { measureTable, milestoneTable, responsibilityTable, structureTable } from '#server/exports/plan-tables'
import type { PlanExport } from '#server/exports/read-plan-export'
import { renderDocx } from '#server/exports/render-docx'
import { renderPdf } from '#server/exports/render-pdf'
import type { ExportWords } from '#server/exports/words.shared'
import { writeCsv } from '#server/exports/write-csv'
import { writeXlsx } from '#server/exports/write-xlsx'

interface Asked {
  words: ExportWords
  params: URLSearchParams
  occasion: ExportOccasion
}

interface Written {
  content: Buffer
  /** what the file's name says after that of the plan */
  name?: string
}

export type Format = 'xlsx' | 'csv' | 'docx' | 'pdf'

interface FormatOf {
  extension: string
  mediaType: string
  write(plan: PlanExport, asked: Asked): Promise<Written>
}

const tables: Record<ExportTableName, (plan: PlanExport, words: ExportWords, params: URLSearchParams) => ExportTable> =
  {
    measures: (plan, words, params) => measureTable(plan, words, columnsOf(params)),
    structure: structureTable,
    responsibilities: responsibilityTable,
    map: mapTable,
    matrix: matrixTable,
    milestones: milestoneTable,
    reports: reportTable,
    slippage: slippageTable,
    dependencies: dependencyTable,
  }

/** What the plan can be exported as, by the ending of the address. */
export const formats: Record<Format, FormatOf> = {
  xlsx: {
    extension: '.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (plan, { words, params, occasion }) => {
      const sheets = exportTables.map(name => tables[name](plan, words, params))
      return { content: await writeXlsx(sheets, aboutSheet(plan, occasion, words)) }
    },
  },
  csv: {
    extension: '.csv',
    mediaType: 'text/csv; charset=utf-8',
    write: async (plan, { words, params }) => {
      const asked = exportTables.find(name => name === params.get('table')) ?? 'measures'
      const table = tables[asked](plan, words, params)
      return { content: writeCsv(table), name: table.name.toLowerCase() }
    },
  },
  docx: {
    extension: '.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (plan, { words, occasion }) => ({ content: await renderDocx(planDocument(plan, occasion, words)) }),
  },
  pdf: {
    extension: '.pdf',
    mediaType: 'application/pdf',
    write: async (plan, { words, occasion }) => ({ content: await renderPdf(planDocument(plan, occasion, words)) }),
  },
}

/** The columns that the table of the plan shows, where its address names them; else all. */
function columnsOf(params: URLSearchParams): MeasureColumn[] | undefined {
  const asked = params.getAll('columns')
  const known = measureColumns.filter(column => column === 'title' || asked.includes(column))
  return known.length > 1 ? known : undefined
}
