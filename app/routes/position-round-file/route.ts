import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { endingOf, fileResponse } from '#app/file-response.server'
import { toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { requireActor } from '#app/session.server'
import { positionRoundDocument } from '#server/exports/position-round-document'
import { positionRoundTable } from '#server/exports/position-round-table'
import { renderDocx } from '#server/exports/render-docx'
import { renderPdf } from '#server/exports/render-pdf'
import { writeCsv } from '#server/exports/write-csv'
import { readPositionRound } from '#server/positions/read-position-round'
import { readRoundTexts } from '#server/positions/round-texts'
import { positionRoundWords } from './words.server'

/** A round with its positions, conditions and the texts voted on, as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const ending = endingOf(request, ['docx', 'pdf', 'csv'])
  const round = await orResponse(readPositionRound(context.db, actor, params.id ?? ''))
  const words = positionRoundWords(await readLocale({ request, context }))
  const madeAt = new Date()
  const write = async () => {
    if (ending === 'csv') return writeCsv(positionRoundTable(round, words))
    const texts = await readRoundTexts(context.db, round.measures)
    const document = positionRoundDocument({ round, texts, groupName: actor.groupName, madeAt }, words)
    return ending === 'pdf' ? renderPdf(document) : renderDocx(document)
  }
  const content = await write()
  const name = `${words.title} ${round.title} ${toDay(round.closedAt ?? madeAt)}`.replace(/[:/\\]/g, '')
  return fileResponse(content, { name, ending })
}
