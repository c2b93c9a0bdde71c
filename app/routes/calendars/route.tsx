import './calendars.css'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '#app/components/page-header'
import { Section } from '#app/components/section'
import { orResponse } from '#app/domain-response.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { publicBase } from '#app/public-base.server'
import { requireActor } from '#app/session.server'
import { feedInput, feedPath } from '#server/calendars/calendar-feed.shared'
import { mayKeepFeed, readFeedState, renewFeed, stopFeed } from '#server/calendars/calendar-feeds'
import { Feed } from './feed'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'calendars')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const [person, group] = await Promise.all([
    readFeedState(context.db, actor, 'person'),
    readFeedState(context.db, actor, 'group'),
  ])
  return { person, group, groupName: actor.groupName, canKeepGroup: mayKeepFeed(actor, 'group') }
}

/** An address is shown once, in the answer to who made it: only its hash is kept. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  const parsed = feedInput.safeParse(Object.fromEntries(await request.formData()))
  if (!parsed.success) throw new Response('invalid', { status: 400 })
  const { intent, kind } = parsed.data
  const write = context.db.transaction().execute(async trx => {
    if (intent === 'renew-feed') return renewFeed(trx, actor, kind)
    await stopFeed(trx, actor, kind)
    return null
  })
  const token = await orResponse(write)
  const address = token && publicBase({ request, context }) + feedPath(token)
  return data({ kind, address }, { headers: { 'Cache-Control': 'no-store' } })
}

/** Secret addresses under which one's own calendar program follows the meetings. */
export default function Calendars() {
  const { t } = useTranslation(['calendars', 'meetings'])
  const { person, group, groupName, canKeepGroup } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const addressOf = (kind: 'person' | 'group') => (made?.kind === kind ? made.address : null)
  return (
    <div className="narrow">
      <PageHeader
        crumbs={[{ label: t('meetings:title'), to: '/meetings' }]}
        title={t('title')}
        subtitle={t('subtitle')}
      />
      <Section title={t('mine')}>
        <p className="py-3 text-ink-2">{t('mineText')}</p>
        <Feed kind="person" state={person} address={addressOf('person')} canKeep />
      </Section>
      <Section title={groupName}>
        <p className="py-3 text-ink-2">{t('groupText')}</p>
        <Feed kind="group" state={group} address={addressOf('group')} canKeep={canKeepGroup} />
      </Section>
    </div>
  )
}
