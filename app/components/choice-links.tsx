import { LinkButton } from './button'
import './choice-links.css'

/** A few ways to look, of which one is chosen; each is an address. */
export function ChoiceLinks({
  label,
  choices,
}: {
  label: string
  choices: { to: string; label: string; isChosen: boolean }[]
}) {
  return (
    <nav className="choice-links" aria-label={label}>
      <span className="label" aria-hidden="true">
        {label}
      </span>
      {choices.map(choice => (
        <LinkButton
          key={choice.to}
          to={choice.to}
          small
          preventScrollReset
          variant={choice.isChosen ? undefined : 'ghost'}
          aria-current={choice.isChosen ? 'true' : undefined}
        >
          {choice.label}
        </LinkButton>
      ))}
    </nav>
  )
}
