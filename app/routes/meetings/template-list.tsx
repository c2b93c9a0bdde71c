import { useFetcher } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/components/button'
import { DemoMark } from '#app/components/provenance'
import { Section } from '#app/components/section'
import type { AgendaTemplate } from '#server/meetings/meeting-list.shared'

/** What agendas can begin with. */
export function TemplateList({ templates }: { templates: AgendaTemplate[] }) {
  const { t } = useTranslation('meetings')
  return (
    <Section title={t('templates')}>
      {templates.length === 0 && <p className="mt-3 text-ink-2">{t('templatesHint')}</p>}
      <ul className="template-rows">
        {templates.map(template => (
          <Row key={template.id} template={template} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ template: { id, name, itemCount, isDemo } }: { template: AgendaTemplate }) {
  const { t } = useTranslation('meetings')
  const fetcher = useFetcher()
  return (
    <li>
      <span>
        <strong>{name}</strong> <DemoMark isDemo={isDemo} />
      </span>
      <span className="text-ink-2">{t('items', { count: itemCount })}</span>
      <fetcher.Form method="post">
        <input type="hidden" name="what" value="remove-template" />
        <input type="hidden" name="templateId" value={id} />
        <IconButton
          type="submit"
          small
          variant="ghost"
          icon={Trash2}
          label={t('removeTemplate', { name })}
          disabled={fetcher.state !== 'idle'}
        />
      </fetcher.Form>
    </li>
  )
}
