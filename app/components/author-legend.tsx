import './author-marks.css'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { WordAuthor } from '#server/documents/authorship.shared'
import { authorLine, initialsOf } from './author-lines'
import { SectorChip } from './sector-chip'

export type AuthorView = 'person' | 'sector'

interface AuthorLegendProps {
  authors: WordAuthor[]
  /** characters by place in `authors`: written, and brought back of what others wrote */
  written: Map<number, number>
  broughtBack: Map<number, number>
  fromPlan: number
  /** typed, but not known yet by whom */
  pending?: number
  by: AuthorView
}

/** Who wrote in a text, how much, and what the colours mean. */
export function AuthorLegend({ authors, written, broughtBack, fromPlan, pending = 0, by }: AuthorLegendProps) {
  const { t } = useTranslation('versions')
  const format = useFormat()
  const all = [...written.values()].reduce((sum, characters) => sum + characters, fromPlan + pending)
  const share = (characters: number) =>
    t('authors.share', {
      percent: Math.round((100 * characters) / Math.max(1, all)),
      characters: t('authors.characters', { count: characters, shown: format.number(characters) }),
    })
  const places = [...written.keys()]
    .filter(place => written.get(place)! > 0)
    .sort((one, other) => written.get(other)! - written.get(one)!)
  return (
    <ul className="author-legend" aria-label={t('authors.legend')}>
      {by === 'person' &&
        places.map(place => {
          const { personId, personName, bodyCode, bodyName, colour } = authors[place]!
          return (
            <li key={`${personId} ${bodyCode}`}>
              <span className={`by-author sector-${colour} line-${authorLine(authors, place)}`} aria-hidden="true">
                {initialsOf(personName)}
              </span>
              <SectorChip code={bodyCode} name={bodyName} colour={colour} />
              <span>{personName}</span>
              <span className="text-ink-3">{share(written.get(place)!)}</span>
            </li>
          )
        })}
      {by === 'sector' &&
        sectorsOf(authors, places, written).map(({ name, bodies, characters }) => (
          <li key={name.nl}>
            {bodies.map(({ bodyCode, bodyName, colour }) => (
              <SectorChip key={bodyCode} code={bodyCode} name={bodyName} colour={colour} />
            ))}
            <span>{name[format.locale]}</span>
            <span className="text-ink-3">{share(characters)}</span>
          </li>
        ))}
      {[...broughtBack].map(([place, characters]) => (
        <li key={`back ${place}`}>
          <span aria-hidden="true">↩</span>
          <SectorChip code={authors[place]!.bodyCode} name={authors[place]!.bodyName} colour={authors[place]!.colour} />
          <span>{t('authors.broughtBack', { name: authors[place]!.personName })}</span>
          <span className="text-ink-3">{share(characters)}</span>
        </li>
      ))}
      {fromPlan > 0 && <li className="text-ink-2">{t('authors.fromPlan')}</li>}
      {pending > 0 && <li className="text-ink-2">{t('authors.pending')}</li>}
    </ul>
  )
}

interface SectorShare {
  name: WordAuthor['sectorName']
  bodies: WordAuthor[]
  characters: number
}

/** The sector that wrote most first, with the bodies that it wrote for. */
function sectorsOf(authors: WordAuthor[], places: number[], written: Map<number, number>): SectorShare[] {
  const sectors = new Map<string, SectorShare>()
  for (const place of places) {
    const author = authors[place]!
    const sector = sectors.get(author.sectorName.nl) ?? { name: author.sectorName, bodies: [], characters: 0 }
    sectors.set(author.sectorName.nl, sector)
    sector.characters += written.get(place)!
    if (!sector.bodies.some(body => body.bodyCode === author.bodyCode)) sector.bodies.push(author)
  }
  return [...sectors.values()].sort((one, other) => other.characters - one.characters)
}
