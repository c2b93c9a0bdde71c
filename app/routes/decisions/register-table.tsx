import './register.css'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CorrectionMarks } from '#app/components/correction-lines'
import { DateText } from '#app/components/date-text'
import { DecisionResult } from '#app/components/decision-result'
import { MovedMark } from '#app/components/moved-mark'
import { DemoMark } from '#app/components/provenance'
import { registerNumber } from '#server/decisions/decision.shared'
import type { DecisionInRegister } from '#server/decisions/decision-list.shared'

/** The register: a row a decision, two lines of it on a phone. */
export function RegisterTable({ decisions }: { decisions: DecisionInRegister[] }) {
  const { t } = useTranslation('decisions')
  return (
    <div className="panel table-panel">
      <table className="data-table sticky two-line register">
        <caption className="sr-only">{t('register')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.number')}</th>
            <th scope="col">{t('columns.title')}</th>
            <th scope="col">{t('columns.result')}</th>
            <th scope="col">{t('columns.about')}</th>
            <th scope="col">{t('columns.meeting')}</th>
            <th scope="col">{t('columns.followUp')}</th>
            <th scope="col">{t('columns.date')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(decision => (
            <Row key={decision.id} decision={decision} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ decision }: { decision: DecisionInRegister }) {
  const { t } = useTranslation(['decisions', 'actions'])
  const { followUp } = decision
  return (
    <tr>
      <td className="register-number">{registerNumber(decision)}</td>
      <td className="title">
        <Link to={`/decisions/${decision.id}`} prefetch="intent">
          {decision.title}
        </Link>{' '}
        <DemoMark isDemo={decision.isDemo} />
        <CorrectionMarks corrects={decision.corrects} correctedBy={decision.correctedBy} />
      </td>
      <td className="result">
        <DecisionResult result={decision.result} />
      </td>
      <td className="about">
        <ul>
          {decision.measures.map(measure => (
            <li key={measure.id}>
              <Link className="quiet" to={`/measures/${measure.id}`}>
                {measure.number !== null && `${measure.number} · `}
                {measure.title}
              </Link>{' '}
              {measure.isMoved && <MovedMark decisionId={decision.id} />}
            </li>
          ))}
        </ul>
      </td>
      <td className="meeting">
        <Link className="quiet" to={`/meetings/${decision.meetingId}`}>
          {decision.meetingTitle}
        </Link>
      </td>
      <td className="follow-up">
        {followUp.all > 0 && (
          <Link className="quiet" to={`/decisions/${decision.id}#gevolgen`}>
            {t('actions:effects.count', { applied: followUp.settled, all: followUp.all })}
          </Link>
        )}
        {followUp.overdue > 0 && (
          <span className="text-warn"> {t('actions:overdueCount', { count: followUp.overdue })}</span>
        )}
      </td>
      <td className="date">
        <DateText date={decision.decidedOn} />
      </td>
    </tr>
  )
}
