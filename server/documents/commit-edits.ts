import type pg from 'pg'

/** The rows that go to the end of one document's log, if it still ends where the writer thinks it does. */
export interface LogExtension {
  documentId: string
  /** the position that the log is thought to end at */
  expectedSeq: number
  rows: { update: Uint8Array; personId: string; mandateId: string }[]
  /** client ids that are used for the first time, with their new owners */
  claims: { clientId: number; personId: string; mandateId: string }[]
}

/** How long a database may take before the authors are told that it does not answer, in milliseconds. */
const PATIENCE = 30_000

// One statement is one transaction and one flush to disk, however many documents. The rows of `document` are locked in the
// order of their ids, so that two nodes cannot wait for each other.
const statement = `
  with expected as (
    select * from unnest($1::uuid[], $2::bigint[], $3::int[]) as e (id, seq, rows)
  ), locked as (
    select d.id, d.seq from document d where d.id = any($1::uuid[]) order by d.id for update
  ), extended as (
    update document d set seq = e.seq + e.rows
    from expected e join locked l on l.id = e.id
    where d.id = e.id and l.seq = e.seq and d.closed_at is null
    returning d.id
  ), claimed as (
    insert into document_client (document_id, client_id, person_id, mandate_id)
    select c.* from unnest($9::uuid[], $10::bigint[], $11::uuid[], $12::uuid[]) as c (document_id, client_id, person_id, mandate_id)
    join extended on extended.id = c.document_id
  ), appended as (
    insert into document_update (document_id, seq, update, person_id, mandate_id)
    select u.* from unnest($4::uuid[], $5::bigint[], $6::bytea[], $7::uuid[], $8::uuid[]) as u (document_id, seq, update, person_id, mandate_id)
    join extended on extended.id = u.document_id
  )
  select id from extended`

// What a lone typist's edits mostly are, at half the cost for the database: one document, no new client ids.
const shortStatement = `
  with extended as (
    update document set seq = $2::bigint + $3::int where id = $1 and seq = $2 and closed_at is null
    returning id
  )
  insert into document_update (document_id, seq, update, person_id, mandate_id)
  select extended.id, u.*
  from extended, unnest($4::bigint[], $5::bytea[], $6::uuid[], $7::uuid[]) as u (seq, update, person_id, mandate_id)
  returning document_id as id`

/**
 * Adds rows to the logs of documents, all or nothing per document.
 * @returns the ids of the documents whose log was extended; where another node wrote first, or the text is closed, nothing was
 * @throws the database's error; what was asked may then be done or not
 */
export async function commitEdits(pool: pg.Pool, extensions: LogExtension[]): Promise<Set<string>> {
  const rows = extensions.flatMap(({ documentId, expectedSeq, rows }) =>
    rows.map((row, index) => ({ ...row, documentId, seq: expectedSeq + 1 + index })),
  )
  const claims = extensions.flatMap(({ documentId, claims }) => claims.map(claim => ({ ...claim, documentId })))
  const columns = [
    rows.map(row => row.seq),
    rows.map(row => asBuffer(row.update)),
    rows.map(row => row.personId),
    rows.map(row => row.mandateId),
  ]
  const [only] = extensions
  const query =
    only && extensions.length === 1 && claims.length === 0
      ? {
          name: 'extend-log',
          text: shortStatement,
          values: [only.documentId, only.expectedSeq, rows.length, ...columns],
        }
      : {
          name: 'extend-logs',
          text: statement,
          values: [
            extensions.map(extension => extension.documentId),
            extensions.map(extension => extension.expectedSeq),
            extensions.map(extension => extension.rows.length),
            rows.map(row => row.documentId),
            ...columns,
            claims.map(claim => claim.documentId),
            claims.map(claim => claim.clientId),
            claims.map(claim => claim.personId),
            claims.map(claim => claim.mandateId),
          ],
        }
  const result = await pool.query<{ id: string }>({ ...query, query_timeout: PATIENCE } as pg.QueryConfig)
  return new Set(result.rows.map(row => row.id))
}

/** The driver writes bytes only when they come as a Buffer. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
