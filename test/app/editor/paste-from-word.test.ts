// @vitest-environment jsdom
import { DOMParser as SchemaParser } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { transformPastedHtml } from '#app/editor/paste-from-word'
import { textSchema } from '#server/documents/text-schema.shared'

/** What ends up in the text: after the cleaning, the schema has the last word. */
function paste(html: string) {
  const { body } = new DOMParser().parseFromString(transformPastedHtml(html), 'text/html')
  return SchemaParser.fromSchema(textSchema).parse(body).toString()
}

/** The way Word on a computer puts a page on the clipboard. */
const word = (
  body: string,
) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0 {mso-list-id:1;} --></style>
</head><body lang=NL-BE style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->${body}<!--EndFragment--></body></html>`

const item = (list: string, level: number, marker: string, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'>` +
  `<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'>` +
  `<span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>` +
  `<span lang=NL>${words}<o:p></o:p></span></p>`

describe('pasting from Word', () => {
  it('makes nested lists of paragraphs with bullets', () => {
    const text = paste(
      word(
        item('l0', 1, '·', 'Eerste punt') +
          item('l0', 2, 'o', 'Onderdeel') +
          item('l0', 2, 'o', 'Nog een') +
          item('l0', 1, '·', 'Tweede punt'),
      ),
    )
    expect(text).toBe(
      'doc(bulletList(listItem(paragraph("Eerste punt"), bulletList(listItem(paragraph("Onderdeel")), ' +
        'listItem(paragraph("Nog een")))), listItem(paragraph("Tweede punt"))))',
    )
  })

  it('tells numbers from bullets, and one list from the next', () => {
    const text = paste(
      word(
        item('l1', 1, '1.', 'Een') +
          item('l1', 2, 'a)', 'Bij een') +
          item('l1', 1, '2.', 'Twee') +
          item('l0', 1, '·', 'Los'),
      ),
    )
    expect(text).toBe(
      'doc(orderedList(listItem(paragraph("Een"), orderedList(listItem(paragraph("Bij een")))), ' +
        'listItem(paragraph("Twee"))), bulletList(listItem(paragraph("Los"))))',
    )
  })

  it('goes on counting after a paragraph in between', () => {
    const html = transformPastedHtml(
      word(`${item('l1', 1, '1.', 'Een')}<p class=MsoNormal>Tussendoor</p>${item('l1', 1, '2.', 'Twee')}`),
    )
    expect(html).toContain('<ol start="2">')
  })

  it('keeps headings, below the title of the page, with the numbers that Word counted', () => {
    const text = paste(
      word(
        `<p class=MsoTitle><span lang=NL>Actieplan<o:p></o:p></span></p>` +
          `<h1 style='mso-list:l2 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Waarom</h1>` +
          `<h2>Aanleiding<o:p></o:p></h2><h4>Diep</h4>`,
      ),
    )
    expect(text).toBe('doc(heading("Actieplan"), heading("1. Waarom"), heading("Aanleiding"), heading("Diep"))')
    const levels = /<h(\d)/g
    const html = transformPastedHtml('<h1>Een</h1><h2>Twee</h2><h5>Vijf</h5>')
    expect([...html.matchAll(levels)].map(match => match[1])).toEqual(['2', '3', '4'])
  })

  it('leaves headings that start lower where they are', () => {
    expect(transformPastedHtml('<h2>Een</h2><h3>Twee</h3>')).toBe('<h2>Een</h2><h3>Twee</h3>')
  })

  it('keeps tables, and the row that Word repeats as their head', () => {
    const cell = (words: string) =>
      `<td width=302 valign=top style='width:226.55pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'><p class=MsoNormal>${words}<o:p></o:p></p></td>`
    const text = paste(
      word(
        `<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>` +
          `<thead><tr style='mso-yfti-irow:0'>${cell('Wie')}${cell('Wat')}</tr></thead>` +
          `<tr>${cell('VSVW')}${cell('trekt')}</tr></table>`,
      ),
    )
    expect(text).toBe(
      'doc(table(tableRow(tableHeader(paragraph("Wie")), tableHeader(paragraph("Wat"))), ' +
        'tableRow(tableCell(paragraph("VSVW")), tableCell(paragraph("trekt")))))',
    )
  })

  it('keeps bold, italic and links, and drops debris, empty lines and links that lead nowhere', () => {
    const text = paste(
      word(
        `<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=NL>Vet</span></b> en ` +
          `<span style='font-style:italic'>schuin</span>, <a href="https://www.vlaanderen.be/">een bron</a>` +
          `<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a>` +
          ` en <a href="file:///C:/Users/mij/nota.docx">een nota</a><o:p></o:p></p>` +
          `<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Slot</p>`,
      ),
    )
    expect(text).toBe(
      'doc(paragraph(bold("Vet"), " en ", italic("schuin"), ", ", link("een bron"), "[1] en een nota"), paragraph("Slot"))',
    )
  })

  it('understands Word for the web, where every item is a list of its own', () => {
    const webItem = (tag: string, level: number, position: number, words: string) =>
      `<div class="ListContainerWrapper SCXW1 BCX0"><${tag} class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="" ` +
      `data-font="Symbol" data-listid="3" aria-setsize="-1" data-aria-posinset="${position}" data-aria-level="${level}" role="listitem" class="OutlineElement Ltr">` +
      `<p class="Paragraph SCXW1"><span class="TextRun"><span class="NormalTextRun">${words}</span></span></p></li></${tag}></div>`
    const text = paste(webItem('ul', 1, 1, 'Een') + webItem('ul', 2, 1, 'Onder een') + webItem('ul', 1, 2, 'Twee'))
    expect(text).toBe(
      'doc(bulletList(listItem(paragraph("Een"), bulletList(listItem(paragraph("Onder een")))), listItem(paragraph("Twee"))))',
    )
  })

  it('leaves what was copied from a text here alone', () => {
    const html = '<h1 data-pm-slice="1 1 []">Kop</h1>'
    expect(transformPastedHtml(html)).toBe(html)
  })
})
