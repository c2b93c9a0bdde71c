import type { ReactNode } from 'react'

export interface Fact {
  term: string
  value: ReactNode
}

/** Terms and what they are here; a fact without a value is left out. */
export function Facts({ facts }: { facts: readonly (Fact | false | null | undefined)[] }) {
  return (
    <dl className="facts">
      {facts.map(
        fact =>
          fact &&
          fact.value != null &&
          fact.value !== '' && (
            <div className="contents" key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
