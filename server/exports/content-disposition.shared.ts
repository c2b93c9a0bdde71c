/**
 * The header that has a browser keep a response as a file. Names outside ASCII go as RFC 5987 writes them, with a plain
 * one beside it for what cannot read that.
 */
export function contentDisposition(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\/%]/g, '')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encode(fileName.replace(/[\\/\p{Cc}]/gu, ''))}`
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
