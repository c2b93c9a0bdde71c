import * as Y from 'yjs'

type Parent = Y.XmlElement | Y.XmlFragment

/**
 * Makes room for a line beside another: a paragraph, an item of the same list, or within a paragraph that breaks its lines
 * one more line.
 */
export function addLine(words: Y.XmlText, side: 'before' | 'after'): Y.XmlText {
  const added = new Y.XmlText()
  const paragraph = words.parent
  if (!(paragraph instanceof Y.XmlElement)) return added
  if (paragraph.length > 1) {
    const lineBreak = new Y.XmlElement('hardBreak')
    insertBeside(paragraph, words, side, side === 'after' ? [lineBreak, added] : [added, lineBreak])
    return added
  }
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [added])
  const item = paragraph.parent
  if (!isItem(item)) insertBeside(paragraph.parent as Parent, paragraph, side, [block])
  else {
    const sibling = new Y.XmlElement(item.nodeName)
    sibling.insert(0, [block])
    insertBeside(item.parent as Parent, item, side, [sibling])
  }
  return added
}

/**
 * Takes a line away with the paragraph that it was, and the item or list that is empty then. Where something has to stand, as in
 * the cell of a table, an empty line stays.
 */
export function removeLine(words: Y.XmlText): void {
  const paragraph = words.parent
  if (paragraph instanceof Y.XmlElement && paragraph.length > 1) {
    const at = paragraph.toArray().indexOf(words)
    const isBreak = (child: unknown) => child instanceof Y.XmlElement && child.nodeName === 'hardBreak'
    if (isBreak(paragraph.get(at - 1))) paragraph.delete(at - 1, 2)
    else if (at === 0 && isBreak(paragraph.get(1))) paragraph.delete(0, 2)
    else words.delete(0, words.length)
    return
  }
  if (paragraph instanceof Y.XmlElement && removeBlock(paragraph)) return
  words.delete(0, words.length)
}

/** @returns whether it could go */
function removeBlock(block: Y.XmlElement): boolean {
  const parent = block.parent as Parent
  const at = parent.toArray().indexOf(block)
  if (parent.length > 1) {
    // An item begins with a paragraph.
    if (isItem(parent) && at === 0) return false
    parent.delete(at, 1)
    return true
  }
  const mayBeEmpty = parent instanceof Y.XmlElement && !/^table(Cell|Header)$/.test(parent.nodeName)
  return mayBeEmpty && removeBlock(parent)
}

const isItem = (node: unknown): node is Y.XmlElement =>
  node instanceof Y.XmlElement && /^(list|task)Item$/.test(node.nodeName)

function insertBeside(
  parent: Parent,
  child: Y.XmlElement | Y.XmlText,
  side: 'before' | 'after',
  added: (Y.XmlElement | Y.XmlText)[],
): void {
  parent.insert(parent.toArray().indexOf(child) + (side === 'after' ? 1 : 0), added)
}
