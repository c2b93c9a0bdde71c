import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'

/** For who is signed in and acts for nobody today: why, whom to ask, and the way out. */
export function NoMandate() {
  const { t } = useTranslation('auth')
  return (
    <div className="empty-state">
      <h1>{t('noMandate.title')}</h1>
      <p>{t('noMandate.text')}</p>
      <Form method="post" action="/logout" className="actions">
        <Button type="submit" variant="primary">
          {t('noMandate.signOut')}
        </Button>
      </Form>
    </div>
  )
}
