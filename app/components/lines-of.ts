/**
 * Cuts a text into lines, for a picture that does not wrap by itself.
 * @returns at most `count` lines of at most `length` characters; what does not fit ends in an ellipsis
 */
export function linesOf(text: string, length: number, count: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const shown = lines.slice(0, count)
  return shown.map((line, index) => {
    const isCut = line.length > length || (index === count - 1 && lines.length > count)
    return isCut ? `${line.slice(0, length - 1).trimEnd()}…` : line
  })
}
