import './position-round-new.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerForm } from '#app/answer-form.server'
import { PageHeader } from '#app/components/page-header'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { openPositionRound } from '#server/positions/open-position-round'
import { mayRunPositionRounds } from '#server/positions/position-access.shared'
import { openPositionRoundInput } from '#server/positions/position-round.shared'
import { readRoundChoices } from '#server/positions/round-choices'
import { AskForm } from './ask-form'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'positions')('form.title'))

const isId = (value: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  if (!mayRunPositionRounds(actor)) throw new Response('forbidden', { status: 403 })
  const chosen = new URL(request.url).searchParams.getAll('measure').filter(isId)
  return { choices: await readRoundChoices(context.db, actor, chosen), chosen }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const asked = { request, context }
  const actor = await requireActor(asked)
  const form = await request.formData()
  return answerForm(asked, {
    form,
    page: '/position-rounds/new',
    schema: openPositionRoundInput,
    input: {
      ...Object.fromEntries(form),
      measureIds: form.getAll('measureIds'),
      bodyIds: form.getAll('bodyIds'),
    },
    write: async (trx, input) => `/position-rounds/${await openPositionRound(trx, actor, input)}`,
  })
}

export default function NewPositionRound() {
  const { t } = useTranslation('positions')
  const { choices, chosen } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader crumbs={[{ label: t('title'), to: '/position-rounds' }]} title={t('form.title')} />
      <AskForm choices={choices} chosen={chosen} />
    </>
  )
}
