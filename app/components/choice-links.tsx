import { LinkButton } from './button'

/** A few ways to look, of which one is chosen; each is an address. */
export function ChoiceLinks({
  label,
  choices,
}: {
  label: string
  choices: { to: string; label: string; isChosen: boolean }[]
}) {
  return (
    <nav className="dependency-choices" aria-label={label}>
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
