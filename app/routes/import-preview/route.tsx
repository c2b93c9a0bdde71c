import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { PageHeader } from '#app/components/page-header'
import { orResponse, statusOf } from '#app/domain-response.server'
import { errorText } from '#app/i18n/error-text'
import { readLocale } from '#app/i18n/locale.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { useFormat } from '#app/i18n/use-format'
import { importVocabulary, sourceOf, wordsOfAll } from '#app/routes/plan-import/import-words.server'
import { requireActor } from '#app/session.server'
import { asDomainError } from '#server/errors'
import { carryOutImport } from '#server/imports/carry-out-import'
import { decideImport, readImport } from '#server/imports/import-store'
import { judgeRows } from '#server/imports/judge-rows'
import { readPlanState } from '#server/imports/plan-state'
import type { RowNote } from '#server/imports/sheets.shared'
import { CarryOut } from './carry-out'
import { ColumnForm } from './column-form'
import { Done } from './done'
import { LeftSheets } from './left-sheets'
import { readDecision } from './read-decision.server'
import { RowTable } from './row-table'
import './import.css'

/** So many rows are shown; unchanged ones last. */
const SHOWN = 300
const order = { error: 0, new: 1, changed: 2, skipped: 3, unchanged: 4 }

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(translator(metaLocale(matches), 'exchange')('import.previewTitle'))

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const found = await orResponse(readImport(context.db, actor, params.id ?? ''))
  const { fileName, header, mapping, choices, doneAt, outcome, earlierAt } = found
  if (doneAt) return { fileName, outcome, preview: null }
  const locale = await readLocale({ request, context })
  const state = await readPlanState(context.db, actor, wordsOfAll(locale))
  const { rows, unknown, counts, tables, left } = judgeRows(found, state, importVocabulary())
  const inWords = <One extends { reason: string }>(errors: One[]) =>
    errors.map(error => ({ ...error, text: errorText(locale, { code: 'invalid', reason: error.reason }) }))
  const shown = firstRows(rows).map(({ row, title, state, measureId, changes, errors }) => ({
    ...{ row, title, state, measureId, changes, errors: inWords(errors), notes: inWords<RowNote>([]) },
  }))
  const { plan } = state.exported
  return {
    fileName,
    outcome: null,
    preview: {
      ...{ header, mapping, choices, earlierAt, unknown, counts },
      examples: header.map((_, column) => found.rows.find(row => row[column])?.[column]?.slice(0, 60) ?? ''),
      rows: shown,
      more: rows.length - shown.length,
      left,
      tables: tables.map(({ kind, sheet, counts, rows }) => {
        const shown = firstRows(rows).map(({ row, title, state, measureId, changes, errors, notes }) => ({
          ...{ row, title, state, measureId, changes, errors: inWords(errors), notes: inWords(notes) },
        }))
        return { kind, sheet, counts, rows: shown, more: rows.length - shown.length }
      }),
      priorities: plan?.priorities.map(({ id, position, title }) => ({ id, name: `${position}. ${title}` })) ?? [],
      axes: plan?.axes.map(({ id, name }) => ({ id, name })) ?? [],
      bodies: state.bodyNames.map(({ id, code, name }) => ({ id, name: `${code} · ${name}` })),
    },
  }
}

/** What asks for attention first. */
const firstRows = <Row extends { state: keyof typeof order; row: number }>(rows: Row[]): Row[] =>
  rows.toSorted((one, other) => order[one.state] - order[other.state] || one.row - other.row).slice(0, SHOWN)

export type Preview = NonNullable<Awaited<ReturnType<typeof loader>>['preview']>

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  const id = params.id ?? ''
  const form = await request.formData()
  const locale = await readLocale({ request, context })
  try {
    await context.db.transaction().execute(trx =>
      form.get('intent') === 'carry-out'
        ? carryOutImport(trx, actor, {
            id,
            skipsErrors: form.get('skipErrors') === '1',
            words: wordsOfAll(locale),
            vocabulary: importVocabulary(),
            sourceOf: sourceOf(locale),
          })
        : decideImport(trx, actor, { id, ...readDecision(form) }),
    )
    return redirect(`/measures/import/${id}`)
  } catch (error) {
    const expected = asDomainError(error)
    if (!expected) throw error
    if (expected.code === 'not-found' || expected.code === 'forbidden')
      throw new Response(expected.reason, { status: statusOf(expected.code) })
    return data({ error: errorText(locale, expected) }, { status: statusOf(expected.code) })
  }
}

/** What the columns mean, what would become of each row, and the button that does it. */
export default function ImportPreviewPage() {
  const { t } = useTranslation(['exchange', 'plan'])
  const { fileName, outcome, preview } = useLoaderData<typeof loader>()
  const format = useFormat()
  return (
    <>
      <PageHeader
        title={t(outcome ? 'import.doneTitle' : 'import.previewTitle')}
        subtitle={fileName}
        crumbs={[
          { to: '/measures', label: t('plan:title') },
          { to: '/measures/import', label: t('import.title') },
        ]}
      />
      {outcome && <Done fileName={fileName} outcome={outcome} />}
      {preview && (
        <>
          {preview.earlierAt && (
            <Note className="mb-4">{t('import.earlier', { date: format.date(preview.earlierAt) })}</Note>
          )}
          <ColumnForm preview={preview} />
          <CarryOut preview={preview} />
          <RowTable title={t('sheets.measures')} table={preview} />
          {preview.tables.map(table => (
            <RowTable key={table.kind} title={table.sheet} table={table} />
          ))}
          <LeftSheets left={preview.left} />
        </>
      )}
    </>
  )
}
