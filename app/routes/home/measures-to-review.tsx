import { type FetcherWithComponents, Link, useFetcher } from '@remix-run/react'
import { History } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { DemoMark } from '#app/components/provenance'
import { Section } from '#app/components/section'
import { useToast } from '#app/components/toast'
import type { FormReply } from '#app/form-reply'
import { useFormat } from '#app/i18n/use-format'
import type { MeasureToReview } from '#server/measures/measure-detail.shared'

/** So many stand open; the others are folded away. */
const AT_ONCE = 5

/** The measures that should have been looked through by now, with one click to say that they still hold. */
export function MeasuresToReview({ measures }: { measures: MeasureToReview[] }) {
  const { t } = useTranslation(['home', 'facts'])
  const toast = useToast()
  const list = useRef<HTMLUListElement>(null)
  const fetcher = useFetcher<FormReply>()
  const reply = fetcher.state === 'idle' ? fetcher.data : undefined
  useEffect(() => {
    if (!reply) return
    toast(reply.ok ? t('facts:review.done') : (reply.errors[''] ?? ''))
    // The button that was pressed is gone: who works with a keyboard goes on from the list.
    list.current?.focus()
  }, [reply, toast, t])
  if (measures.length === 0) return null
  const rows = (shown: MeasureToReview[]) =>
    shown.map(measure => <ReviewRow key={measure.id} measure={measure} fetcher={fetcher} />)
  const rest = measures.slice(AT_ONCE)
  return (
    <Section title={t('facts:toReview.title')} count={measures.length}>
      <ul ref={list} tabIndex={-1} aria-label={t('facts:toReview.title')}>
        {rows(measures.slice(0, AT_ONCE))}
      </ul>
      {rest.length > 0 && (
        <details className="more-rows">
          <summary className="link-button text-sm">{t('facts:toReview.all', { count: rest.length })}</summary>
          <ul>{rows(rest)}</ul>
        </details>
      )}
    </Section>
  )
}

function ReviewRow({ measure, fetcher }: { measure: MeasureToReview; fetcher: FetcherWithComponents<FormReply> }) {
  const { t } = useTranslation('facts')
  const format = useFormat()
  const { id, title, isDemo, reviewedOn, reviewDueOn } = measure
  return (
    <li className="work-row">
      <span className="mark">
        <Icon of={History} />
      </span>
      <div className="what">
        <Link to={`/measures/${id}#review`}>{title}</Link> <DemoMark isDemo={isDemo} />
        <p>{reviewedOn ? t('toReview.lastOn', { date: format.date(reviewedOn) }) : t('toReview.never')}</p>
      </div>
      <div className="when">
        {t('toReview.since', { date: format.date(reviewDueOn) })}
        <small>{format.relativeDay(reviewDueOn)}</small>
      </div>
      <div className="answers">
        <fetcher.Form method="post" action={`/measures/${id}`}>
          <Button
            type="submit"
            name="intent"
            value="review-measure"
            disabled={fetcher.formAction === `/measures/${id}`}
            aria-label={t('toReview.doneFor', { title })}
          >
            {t('review.done')}
          </Button>
        </fetcher.Form>
      </div>
    </li>
  )
}
