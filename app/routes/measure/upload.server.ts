import { data } from '@remix-run/node'
import type { FormReply } from '#app/form-reply'
import { errorText } from '#app/i18n/error-text'
import { readLocale } from '#app/i18n/locale.server'
import type { AppContext } from '#server/context'
import { EVIDENCE_FILE_LIMIT } from '#server/measures/evidence.shared'

/** Beside the file, a form has its texts and its borders. */
const LARGEST_FORM = EVIDENCE_FILE_LIMIT + 64 * 1024

/** Whether a form with a file says that it is larger than any may be, or does not say how large; it is then not read. */
export function isTooLarge({ headers }: Request): boolean {
  if (!headers.get('Content-Type')?.startsWith('multipart/form-data')) return false
  const size = headers.get('Content-Length')
  return size === null || Number(size) > LARGEST_FORM
}

/** Says so beside the file. */
export async function refuseUpload(asked: { request: Request; context: AppContext }) {
  const content = errorText(await readLocale(asked), { code: 'too-large', reason: 'file-too-large' })
  const reply: FormReply = { intent: 'add-evidence-file', ok: false, values: {}, errors: { content } }
  return data(reply, { status: 413 })
}

/** @returns the fields of a form with a file, the file as its name and its bytes */
export async function readUpload(form: FormData) {
  const { content, ...texts } = Object.fromEntries(form)
  if (!(content instanceof File)) return texts
  return { ...texts, fileName: content.name, content: new Uint8Array(await content.arrayBuffer()) }
}
