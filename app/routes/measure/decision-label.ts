/** The number in the register: "2026-07". */
export const decisionLabel = ({ year, number }: { year: number; number: number }) =>
  `${year}-${String(number).padStart(2, '0')}`
