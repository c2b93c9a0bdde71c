import { type ImportField, importFields, normalName } from './import.shared'
import type { ImportVocabulary } from './import-vocabulary.shared'
import type { UploadedSheet } from './read-upload'

/**
 * Guesses what each column holds by its name; what the group said before of a column of that name goes first. No field is
 * taken twice.
 */
export function guessMapping(
  header: string[],
  { columns }: ImportVocabulary,
  remembered: Record<string, string | null> = {},
): (ImportField | null)[] {
  const taken = new Set<string>()
  return header.map(name => {
    const key = normalName(name)
    const field = importFields.find(field => field === (key in remembered ? remembered[key] : columns[key]))
    if (!field || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** @returns the sheet whose columns are known best: measures rather than what explains them */
export function pickSheet(sheets: UploadedSheet[], vocabulary: ImportVocabulary): UploadedSheet {
  const known = ({ header }: UploadedSheet) => guessMapping(header, vocabulary).filter(Boolean).length
  return sheets.reduce((best, sheet) => (known(sheet) > known(best) ? sheet : best))
}
