import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { RowGroup } from './use-groups'

/** The name of a group, with how many measures it holds on all pages. */
export function GroupHead({ group, width }: { group: RowGroup; width: number }) {
  const { t } = useTranslation('measures')
  const format = useFormat()
  if (!group.label) return null
  return (
    <tr className="group-row">
      <th colSpan={width} scope="rowgroup">
        <span className="group-label">
          {group.label}
          {group.isContinued && ` ${t('table.continued')}`}
          <span className="ml-1.5 font-normal text-ink-3">{format.number(group.count)}</span>
        </span>
      </th>
    </tr>
  )
}
