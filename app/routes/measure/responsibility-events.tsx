import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { ResponsibilityEvent, ResponsibilityHistory } from '#server/measures/responsibility.shared'

/** Every question, answer and change of person, the newest first. */
export function ResponsibilityEvents({ history }: { history: ResponsibilityHistory[] }) {
  const { t } = useTranslation('progress')
  const format = useFormat()
  const sentence = useEventSentence()
  const events = history
    .flatMap(part => part.events.map(event => ({ part, event })))
    .sort((one, other) => other.event.at.getTime() - one.event.at.getTime())
  return (
    <details className="more-rows">
      <summary className="link-button text-sm">{t('responsibility.list')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached with the keyboard */}
      <section className="event-table" aria-label={t('responsibility.list')} tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('responsibility.when')}</th>
              <th scope="col">{t('responsibility.what')}</th>
              <th scope="col">{t('responsibility.who')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ part, event }) => (
              <tr key={`${part.id} ${event.kind} ${event.at.toISOString()}`}>
                <td className="whitespace-nowrap">
                  {event.byCode ? format.date(event.at) : t('responsibility.fromPlan')}
                </td>
                <td>
                  {sentence(part, event)}
                  {event.reason && (
                    <q className="block font-serif" lang="nl">
                      {event.reason}
                    </q>
                  )}
                </td>
                <td className="text-ink-2">{[event.byCode, event.byName].filter(Boolean).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

function useEventSentence() {
  const { t } = useTranslation(['progress', 'common'])
  return (part: ResponsibilityHistory, event: ResponsibilityEvent): string => {
    const from = part.followsBodyCode ?? ''
    const person = event.personName ?? ''
    const words = { body: part.bodyCode, role: t(`common:responsibilityRoles.${part.role}`), from, person }
    switch (event.kind) {
      case 'proposed':
        if (!event.byCode && part.wasCarried) return t('responsibility.events.proposedByPlan', words)
        if (from) return t('responsibility.events.transferAsked', words)
        return t(person ? 'responsibility.events.proposedWith' : 'responsibility.events.proposed', words)
      case 'accepted':
        return t(from ? 'responsibility.events.takenOver' : 'responsibility.events.accepted', words)
      case 'person':
        return t(person ? 'responsibility.events.person' : 'responsibility.events.personGone', words)
      default:
        return t(`responsibility.events.${event.kind}`, words)
    }
  }
}
