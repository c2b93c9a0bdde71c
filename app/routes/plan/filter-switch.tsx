import { classNames } from '#app/components/class-names'

/** A filter that is on or off: a box that looks like a button. */
export function FilterSwitch({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <label className={classNames('button small filter-switch', isOn && 'chosen')}>
      <input type="checkbox" className="sr-only" name={name} value="1" defaultChecked={isOn} />
      {label}
    </label>
  )
}
