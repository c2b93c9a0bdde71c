/** Joins the class names that hold. */
export const classNames = (...names: (string | number | false | null | undefined)[]) => names.filter(Boolean).join(' ')
