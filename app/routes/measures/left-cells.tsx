import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Dialog } from '#app/components/dialog'
import { useReason } from '#app/i18n/use-reason'
import type { CellOptions } from './use-cell-options'
import type { LeftCell } from './use-cells'

/** What cannot be stored as it is can still be sent again, over what stands there now. */
const canInsist = ({ reason, field }: LeftCell) =>
  field !== 'lead' && ['changed-meanwhile', 'unavailable', 'unauthenticated'].includes(reason)

/** Cells that were not changed, each with what somebody wanted, what stands there, and why. Nothing is dropped silently. */
export function LeftCells({
  cells,
  text,
  onInsist,
  onClose,
}: {
  cells: LeftCell[]
  text: CellOptions['text']
  onInsist: (cells: LeftCell[]) => void
  onClose: () => void
}) {
  const { t } = useTranslation('measures')
  const reasonText = useReason()
  const again = cells.filter(canInsist)
  const isOvertaken = cells.length > 0 && cells.every(cell => cell.reason === 'changed-meanwhile')
  return (
    <Dialog
      isOpen={cells.length > 0}
      onClose={onClose}
      title={isOvertaken ? t('table.overtaken') : t('table.left', { count: cells.length })}
      actions={
        <>
          <Button onClick={onClose}>{again.length > 0 ? t('measure.keepTheirs') : t('table.understood')}</Button>
          {again.length > 0 && (
            <Button variant="primary" onClick={() => onInsist(again)}>
              {t('measure.saveMine')}
            </Button>
          )}
        </>
      }
    >
      <ul className="left-cells">
        {cells.map(({ measureId, field, title, reason, mine, current }) => (
          <li key={`${measureId} ${field}`}>
            <p>
              <strong>{title ?? t('table.gone')}</strong>, {t(`columns.${field}`).toLowerCase()}
              {!isOvertaken && `: ${reasonText([reason])}`}
            </p>
            {title !== null && reason !== 'lead-taken' && reason !== 'already-asked' && (
              <dl>
                <dt>{t('table.mine')}</dt>
                <dd>{text(field, mine)}</dd>
                <dt>{t('table.current')}</dt>
                <dd>{text(field, current)}</dd>
              </dl>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
