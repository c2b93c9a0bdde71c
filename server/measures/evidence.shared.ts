import { z } from 'zod'

/** The largest file, in bytes. */
export const EVIDENCE_FILE_LIMIT = 10 * 1024 * 1024
/** How many links and files a measure has at most. */
export const EVIDENCE_COUNT_LIMIT = 100

/** The files that are taken, by the type that their content has: what people read, without what could run. */
export const evidenceTypes: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'text/plain': 'txt',
  'text/csv': 'csv',
}

const record = z.guid({ error: 'choose-one' })
const description = z.string().trim().max(500, 'too-long').default('')
const name = z.string({ error: 'required' }).trim().max(200, 'too-long')

export const addEvidenceLinkInput = z.object({
  measureId: record,
  name,
  description,
  url: z
    .string({ error: 'required' })
    .trim()
    .min(1, 'required')
    .max(2000, 'too-long')
    .pipe(z.url({ protocol: /^https?$/, error: 'not-an-address' })),
})
export type AddEvidenceLinkInput = z.infer<typeof addEvidenceLinkInput>

export const addEvidenceFileInput = z.object({
  measureId: record,
  name,
  description,
  fileName: z.string({ error: 'file-missing' }).trim().min(1, 'file-missing').max(255, 'too-long'),
  content: z.custom<Uint8Array>(value => value instanceof Uint8Array, { error: 'file-missing' }),
})
export type AddEvidenceFileInput = z.infer<typeof addEvidenceFileInput>

export const removeEvidenceInput = z.object({ measureId: record, evidenceId: record })
export type RemoveEvidenceInput = z.infer<typeof removeEvidenceInput>

/** A link or a file as the page of its measure shows it. */
export interface EvidenceOnMeasure {
  id: string
  kind: 'link' | 'file'
  name: string
  description: string
  url: string | null
  fileName: string | null
  mediaType: string | null
  /** in bytes */
  size: number | null
  addedAt: Date
  addedByName: string
  addedByBodyId: string
  addedByCode: string
}
