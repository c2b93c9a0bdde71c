import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/section'
import type { Preview } from './route'

/** The sheets of a workbook of which nothing is brought in, each with why. */
export function LeftSheets({ left }: { left: Preview['left'] }) {
  const { t } = useTranslation('exchange')
  if (left.length === 0) return null
  return (
    <Section title={t('import.left')}>
      <ul className="import-what">
        {left.map(({ sheet, reason, count }) => (
          <li key={sheet}>
            <strong>{t('import.leftSheet', { sheet, count })}</strong> {t(`import.whyLeft.${reason}`)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
