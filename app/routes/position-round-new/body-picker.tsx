import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { SectorChip } from '#app/components/sector-chip'
import { useFormat } from '#app/i18n/use-format'
import type { RoundChoices } from '#server/positions/position-round.shared'

/** Tick the bodies that are asked, by sector. */
export function BodyPicker({
  sectors,
  initial,
  hasSuggestion,
  error,
}: {
  sectors: RoundChoices['sectors']
  initial: string[]
  hasSuggestion: boolean
  error?: string | undefined
}) {
  const { t } = useTranslation('positions')
  const errorId = useId()
  const { locale } = useFormat()
  return (
    <fieldset className="pick" aria-describedby={error ? errorId : undefined}>
      <legend className="label">{t('form.bodies')}</legend>
      {hasSuggestion && <span className="hint">{t('form.bodiesHint')}</span>}
      <div className="pick-bodies">
        {sectors.map(sector => (
          <fieldset key={sector.id}>
            <legend>{locale === 'en' ? sector.nameEn : sector.nameNl}</legend>
            {sector.bodies.map(({ id, code, name, colour }) => (
              <label className="check" key={id}>
                <input type="checkbox" name="bodyIds" value={id} defaultChecked={initial.includes(id)} />
                <span>
                  <SectorChip code={code} name={name} colour={colour} /> <span className="text-ink-2">{name}</span>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      {error && (
        <p className="field-error" id={errorId}>
          <Icon of={CircleAlert} />
          {error}
        </p>
      )}
    </fieldset>
  )
}
