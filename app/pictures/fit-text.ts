/** Widths of letters in the font that pictures fall back on, in parts of its size: a server cannot measure. */
const NARROW = /[ iljtfrI.,:;'’!|()[\]-]/
const WIDE = /[mwMW@%–—…]/
const CAPITAL = /[A-Z0-9]/

const widthOf = (letter: string) =>
  NARROW.test(letter) ? 0.34 : WIDE.test(letter) ? 0.88 : CAPITAL.test(letter) ? 0.67 : 0.585

/** @returns about how wide a text is, in the units of `size` */
export const textWidth = (text: string, size: number) =>
  [...text].reduce((width, letter) => width + widthOf(letter), 0) * size

/** @returns the text, cut off with an ellipsis where it is wider than `width` */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** @returns the text in lines of at most `width`, the last one cut off where there are more than `lines` */
export function wrapText(text: string, width: number, size: number, lines = 99): string[] {
  const wrapped: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (!line || textWidth(longer, size) <= width) line = longer
    else {
      wrapped.push(line)
      line = word
    }
  }
  const all = line ? [...wrapped, line] : wrapped
  const kept = all.slice(0, lines)
  if (all.length > lines) kept[lines - 1] = `${kept[lines - 1]} ${all[lines]}`
  return kept.map(one => fitText(one, width, size))
}
