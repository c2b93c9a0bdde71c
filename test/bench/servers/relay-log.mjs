import pg from 'pg'

/** A log with group commit: one statement is under way, whatever comes meanwhile goes into the next. */
export async function openLog(connectionString) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(
    'create table if not exists log (id bigserial primary key, document text not null, update bytea not null)',
  )
  let queue = []
  let isBusy = false

  async function commit() {
    isBusy = true
    while (queue.length > 0) {
      const batch = queue
      queue = []
      await client.query({
        name: 'append',
        text: 'insert into log (document, update) select * from unnest($1::text[], $2::bytea[])',
        values: [batch.map(row => row.document), batch.map(row => row.update)],
      })
      for (const { done } of batch) done()
    }
    isBusy = false
  }

  return (document, update, done) => {
    queue.push({ document, update, done })
    if (!isBusy) commit()
  }
}
