/** PostgreSQL takes no more than 65,535 values in one statement. */
const ROWS_AT_ONCE = 1000

/** Writes many rows, a statement for every thousand of them. */
export async function inParts<Row>(rows: Row[], write: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await write(rows.slice(at, at + ROWS_AT_ONCE))
}
