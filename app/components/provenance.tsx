import { useTranslation } from 'react-i18next'

/** "afgeleid" beside what was not read in the source; nothing beside what was. */
export function CertaintyMark({ certainty }: { certainty: 'seen' | 'inferred' | null | undefined }) {
  const { t } = useTranslation()
  if (certainty !== 'inferred') return null
  return <Mark word={t('provenance.inferred')} why={t('provenance.inferredWhy')} />
}

/** "demo" beside what was made up to show the application. */
export function DemoMark({ isDemo }: { isDemo: boolean | null | undefined }) {
  const { t } = useTranslation()
  if (!isDemo) return null
  return <Mark word={t('provenance.demo')} why={t('provenance.demoWhy')} demo />
}

function Mark({ word, why, demo }: { word: string; why: string; demo?: boolean }) {
  return (
    <span className={demo ? 'provenance demo' : 'provenance'} title={why}>
      {word}
    </span>
  )
}
