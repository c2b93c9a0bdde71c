import type { pictures as nl } from '../nl/pictures'

export const pictures: typeof nl = {
  key: 'Key',
  asTable: 'As a table',
  svg: 'Save as SVG',
  png: 'Save as PNG',
  pngBusy: 'Making the PNG…',
  pngFailed: 'This browser cannot make the PNG. The SVG works.',
  files: {
    matrix: 'action-plan-matrix',
  },
  filtered: 'Only: {{filters}}',
  unfiltered: 'All measures of the plan',
  matrix: {
    caption: 'Measures by axis and level',
    measures_one: '{{count}} measure',
    measures_other: '{{count}} measures',
    noAxis: 'Under no axis',
    nothingSeen: 'nothing seen',
    nothingMeans: '“Nothing seen” means that nothing was found in the plan, not that nothing happens.',
    late_one: '{{count}} late',
    late_other: '{{count}} late',
    withoutLead_one: '{{count}} without a lead',
    withoutLead_other: '{{count}} without a lead',
    done_one: '{{count}} done',
    done_other: '{{count}} done',
  },
}
