import { Link } from '@remix-run/react'
import { UserRoundX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Section } from '#app/components/section'
import type { ResponsibilityWithoutPerson } from '#server/measures/responsibility.shared'

/** What stayed with my body when the person who did it left. */
export function WithoutPerson({ items }: { items: ResponsibilityWithoutPerson[] }) {
  const { t } = useTranslation(['rounds', 'common'])
  if (items.length === 0) return null
  return (
    <Section title={t('home.withoutPerson')} count={items.length}>
      <ul aria-label={t('home.withoutPerson')}>
        {items.map(({ id, role, personName, bodyCode, measureId, measureTitle }) => (
          <li key={id} className="work-row">
            <span className="mark">
              <Icon of={UserRoundX} />
            </span>
            <div className="what">
              <Link to={`/measures/${measureId}#who`}>{measureTitle}</Link>
              <p>
                {t('home.withoutPersonWhy', {
                  person: personName,
                  body: bodyCode,
                  role: t(`common:responsibilityRoles.${role}`),
                })}
              </p>
            </div>
            <div className="when" />
            <div className="answers">
              <LinkButton to={`/measures/${measureId}?edit=owners#who`}>
                {t('home.choose')}
                <span className="sr-only">: {measureTitle}</span>
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
