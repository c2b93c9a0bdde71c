import { rebuildLists } from './word-lists'

/**
 * Turns pasted HTML into what a text here may consist of: Word's lists that are no lists become lists, its titles
 * headings, its debris goes. What the schema does not know falls away after this.
 */
export function transformPastedHtml(html: string): string {
  // Copied from a text here: it is what it should be.
  if (html.includes('data-pm-slice')) return html
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  if (isFromWord(html)) cleanWord(body)
  lowerHeadings(body)
  return body.innerHTML
}

const isFromWord = (html: string) => /class=["']?Mso|mso-|urn:schemas-microsoft-com|data-aria-level=/i.test(html)

function cleanWord(body: HTMLElement): void {
  removeComments(body)
  for (const element of body.querySelectorAll('style, meta, link, xml, script, title')) element.remove()
  nameHeadings(body)
  rebuildLists(body)
  for (const element of [...body.querySelectorAll('*')]) {
    if (element.tagName.includes(':')) unwrap(element)
  }
  unwrapInnerLinks(body)
  headTables(body)
  for (const paragraph of body.querySelectorAll('p')) if (isEmpty(paragraph) && !isAlone(paragraph)) paragraph.remove()
  for (const element of body.querySelectorAll('[style], [class], [lang]')) {
    const isBold = /font-weight:\s*(bold|[6-9]00)/i.test(element.getAttribute('style') ?? '')
    const isItalic = /font-style:\s*italic/i.test(element.getAttribute('style') ?? '')
    for (const name of ['style', 'class', 'lang']) element.removeAttribute(name)
    if (element.tagName === 'SPAN' && isBold) wrapContent(element, 'strong')
    if (element.tagName === 'SPAN' && isItalic) wrapContent(element, 'em')
  }
}

/** `<!--[if …]>` and its likes; in HTML, `<![if …]>` is a comment too. */
function removeComments(body: HTMLElement): void {
  const comments: Comment[] = []
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  while (walker.nextNode()) comments.push(walker.currentNode as Comment)
  for (const comment of comments) comment.remove()
}

/** Title and headings that Word writes as paragraphs with a class, or Word for the web with a role. */
function nameHeadings(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('p, div[role="heading"]')]) {
    const name = element.className
    const numbered = /(?:^|\s)(?:Mso)?(?:Heading|Kop)\s?([1-6])(?:\s|$)/i.exec(name)?.[1]
    const level = /MsoTitle/.test(name)
      ? '1'
      : /MsoSubtitle/.test(name)
        ? '2'
        : (numbered ?? (element.getAttribute('role') === 'heading' ? element.getAttribute('aria-level') : null))
    if (level) rename(element, `h${Math.min(Number(level) || 1, 6)}`)
  }
}

/** Bookmarks, footnote marks and files on somebody's own disk lead nowhere from here. */
function unwrapInnerLinks(body: HTMLElement): void {
  for (const link of [...body.querySelectorAll('a')]) {
    if (!/^(https?|mailto):/i.test(link.getAttribute('href') ?? '')) unwrap(link)
  }
}

function headTables(body: HTMLElement): void {
  for (const cell of [...body.querySelectorAll('thead td')]) rename(cell, 'th')
}

/** The page has its own title: the highest heading that was pasted becomes a heading of the second level. */
function lowerHeadings(body: HTMLElement): void {
  const headings = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  const highest = Math.min(...headings.map(levelOf))
  const shift = highest === 1 ? 1 : 0
  for (const heading of headings) {
    if (isEmpty(heading)) heading.remove()
    else rename(heading, `h${Math.min(levelOf(heading) + shift, 4)}`)
  }
}

const levelOf = (heading: Element) => Number(heading.tagName[1])
const isEmpty = (element: Element) => element.textContent?.trim() === '' && !element.querySelector('br + br, img')
/** A cell or an item keeps its only paragraph. */
const isAlone = (element: Element) => element.parentElement?.matches('td, th, li') && !otherSibling(element)
const otherSibling = (element: Element) => element.previousElementSibling ?? element.nextElementSibling

function rename(element: Element, tag: string): void {
  const replacement = element.ownerDocument.createElement(tag)
  for (const { name, value } of [...element.attributes]) replacement.setAttribute(name, value)
  replacement.append(...element.childNodes)
  element.replaceWith(replacement)
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

function wrapContent(element: Element, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}
