/** The plan as pictures: matrix, map of who carries what, line of time, board. */
export const pictures = {
  key: 'Legende',
  asTable: 'Als tabel',
  svg: 'Bewaar als SVG',
  png: 'Bewaar als PNG',
  pngBusy: 'PNG wordt gemaakt…',
  pngFailed: 'Deze browser kan de PNG niet maken. De SVG kan wel.',
  files: {
    matrix: 'actieplan-matrix',
  },
  filtered: 'Alleen: {{filters}}',
  unfiltered: 'Alle maatregelen van het plan',
  matrix: {
    caption: 'Maatregelen per actiedomein en niveau',
    measures_one: '{{count}} maatregel',
    measures_other: '{{count}} maatregelen',
    noAxis: 'Zonder actiedomein',
    nothingSeen: 'niets gezien',
    nothingMeans: '"Niets gezien" betekent dat in het plan niets gevonden is, niet dat er niets gebeurt.',
    late_one: '{{count}} te laat',
    late_other: '{{count}} te laat',
    withoutLead_one: '{{count}} zonder trekker',
    withoutLead_other: '{{count}} zonder trekker',
    done_one: '{{count}} uitgevoerd',
    done_other: '{{count}} uitgevoerd',
  },
}
