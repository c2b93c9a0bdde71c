import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import { bodyLevels, type SetupState } from '#server/auth/setup.shared'

type Name = 'bodyName' | 'bodyCode' | 'bodyLevel' | 'sectorId'
type Fields = Record<Name, Pick<FieldMetadata<string | undefined>, 'errors' | 'initialValue'>>

/** The body of the first coordinator, where there are none to choose from. */
export function NewBodyFields({ sectors, fields }: { sectors: SetupState['sectors']; fields: Fields }) {
  const { t, i18n } = useTranslation(['auth', 'common'])
  const reason = useReason()
  const field = (name: Name) => ({
    id: name,
    name,
    required: true,
    defaultValue: fields[name].initialValue ?? '',
    error: reason(fields[name].errors),
  })
  return (
    <>
      <TextInput label={t('setup.bodyName')} autoComplete="organization" {...field('bodyName')} />
      <TextInput label={t('setup.bodyCode')} hint={t('setup.bodyCodeHint')} maxLength={12} {...field('bodyCode')} />
      <Select label={t('setup.bodyLevel')} {...field('bodyLevel')}>
        {bodyLevels.map(level => (
          <option key={level} value={level}>
            {t(`common:levels.${level}`)}
          </option>
        ))}
      </Select>
      <Select label={t('setup.sector')} {...field('sectorId')}>
        <option value="">{t('setup.chooseSector')}</option>
        {sectors.map(({ id, nameNl, nameEn }) => (
          <option key={id} value={id}>
            {i18n.language === 'en' ? nameEn : nameNl}
          </option>
        ))}
      </Select>
    </>
  )
}
