/**
 * Word writes an item of a list as a paragraph that says `mso-list:l0 level2 lfo1` and starts with its own bullet or
 * number; Word for the web writes every item as a list of its own, with `data-aria-level`.
 */
interface Item {
  element: Element
  list: string
  level: number
  isOrdered: boolean
  start: number
}

/** Puts real, nested lists in the place of Word's. */
export function rebuildLists(body: HTMLElement): void {
  flattenWebLists(body)
  numberHeadings(body)
  const seen = new Set<Element>()
  for (const element of [...body.querySelectorAll('p, li')]) {
    if (seen.has(element) || !readItem(element)) continue
    const items = takeRun(element)
    for (const item of items) seen.add(item.element)
    buildLists(items)
  }
}

/** The items that follow each other from this one on. */
function takeRun(first: Element): Item[] {
  const items: Item[] = []
  for (let next: Element | null = first; next; next = next.nextElementSibling) {
    const item = readItem(next)
    if (!item) break
    items.push(item)
  }
  return items
}

function readItem(element: Element): Item | undefined {
  const webLevel = element.getAttribute('data-aria-level')
  if (webLevel !== null && element.tagName === 'P') {
    return {
      element,
      list: element.getAttribute('data-listid') ?? '',
      level: Number(webLevel) || 1,
      isOrdered: element.getAttribute('data-ordered') === 'true',
      start: Number(element.getAttribute('data-aria-posinset')) || 1,
    }
  }
  const style = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(element.getAttribute('style') ?? '')
  if (!style || element.tagName !== 'P') return undefined
  const marker = markerOf(element)
  const ordinal = /^\(?(\d+|[a-z]{1,4})[.)]/i.exec(marker)?.[1] ?? /^(?:\d+\.)+(\d+)$/.exec(marker)?.[1]
  return {
    element,
    list: style[1]!,
    level: Number(style[2]),
    isOrdered: ordinal !== undefined,
    start: Number(ordinal) || 1,
  }
}

const ignored = (element: Element) =>
  [...element.querySelectorAll('span')].filter(span => /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''))

const markerOf = (element: Element) =>
  ignored(element)
    .map(span => span.textContent ?? '')
    .join('')
    .replace(/\s+/g, '')

function buildLists(items: Item[]): void {
  const open: { item: Item; list: Element }[] = []
  for (const item of items) {
    while (open.length > 0 && !continues(open.at(-1)!.item, item)) open.pop()
    let current = open.at(-1)
    if (!current || item.level > current.item.level) {
      const list = createList(item)
      const parent = current?.list.lastElementChild
      if (parent) parent.append(list)
      else item.element.before(list)
      current = { item, list }
      open.push(current)
    }
    current.list.append(toListItem(item))
  }
}

/** Whether an item goes on in a list that is open, or in one inside it. */
function continues(open: Item, item: Item): boolean {
  if (item.level > open.level) return true
  return item.level === open.level && item.isOrdered === open.isOrdered && item.list === open.list
}

function createList({ element, isOrdered, start }: Item): Element {
  const list = element.ownerDocument.createElement(isOrdered ? 'ol' : 'ul')
  if (isOrdered && start > 1) list.setAttribute('start', String(start))
  return list
}

function toListItem({ element }: Item): Element {
  for (const span of ignored(element)) span.remove()
  const document = element.ownerDocument
  const item = document.createElement('li')
  const paragraph = document.createElement('p')
  paragraph.append(...element.childNodes)
  trimStart(paragraph)
  item.append(paragraph)
  element.remove()
  return item
}

/** What separated the marker from the words. */
function trimStart(paragraph: Element): void {
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    text.data = text.data.replace(/^[\s\u00a0]+/, '')
    if (text.data) return
  }
}

/** A heading here has no number of its own: the one that Word counted stays as text. */
function numberHeadings(body: HTMLElement): void {
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    for (const span of ignored(heading)) span.replaceWith(`${span.textContent?.replace(/[\s\u00a0]+/g, '')} `)
  }
}

/** Every item of Word for the web becomes a paragraph that remembers its place, as those of Word on a computer do. */
function flattenWebLists(body: HTMLElement): void {
  for (const item of [...body.querySelectorAll('li[data-aria-level]')]) {
    const list = item.parentElement!
    const paragraph = item.ownerDocument.createElement('p')
    for (const name of ['data-aria-level', 'data-listid', 'data-aria-posinset']) {
      paragraph.setAttribute(name, item.getAttribute(name) ?? '')
    }
    paragraph.setAttribute('data-ordered', String(list.tagName === 'OL'))
    const inner = item.querySelector('p')
    paragraph.append(...(inner ?? item).childNodes)
    list.before(paragraph)
    item.remove()
    if (list.childElementCount === 0) list.remove()
  }
  for (const wrapper of [...body.querySelectorAll('[class*="ListContainerWrapper"]')]) {
    wrapper.replaceWith(...wrapper.childNodes)
  }
}
