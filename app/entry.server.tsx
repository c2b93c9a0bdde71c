import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { createI18n } from './i18n/create-i18n'
import { readLocale } from './i18n/locale.server'
import { NonceContext } from './nonce-context'

/** For the server, which sends reminders by itself. */
export { reminderWords } from './reminder-words.server'

const ABORT_AFTER_MS = 10_000

/** Renders a page whole before it is sent, so that it reads well without JavaScript. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const i18n = createI18n(await readLocale({ request, context }))
  const nonce = context.cspNonce
  return new Promise((resolve, reject) => {
    let responseStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nextProvider i18n={i18n}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={ABORT_AFTER_MS} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer)
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          // Every page shows who asked for it: no proxy may keep it, and back after signing out asks again.
          headers.set('Cache-Control', 'private, no-cache')
          resolve(new Response(createReadableStreamFromReadable(body), { status: responseStatus, headers }))
          pipe(body)
        },
        onShellError(error) {
          clearTimeout(timer)
          reject(error)
        },
        onError(error) {
          responseStatus = 500
          console.error(error)
        },
      },
    )
    const timer = setTimeout(abort, ABORT_AFTER_MS)
  })
}
