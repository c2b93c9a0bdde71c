import pg from 'pg'

/** What the database announces. */
export interface Notices {
  activity(notice: { id: number; groupId: string | null; topics: string[] }): void
  rights(notice: { personId?: string; sessionId?: string }): void
  /** Listening began, or began again: whatever was announced meanwhile was not heard. */
  listening(): void
  /** Nothing is heard until `listening` is called again. */
  deaf(): void
}

const RETRY = 1000

/**
 * Hears what the database announces, over one connection of its own that is made again whenever it breaks.
 * @returns how to stop
 */
export function listen(config: pg.ClientConfig, notices: Notices): { close(): Promise<void> } {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  async function connect(): Promise<void> {
    const connection = new pg.Client({ ...config, keepAlive: true })
    let broken = false
    const retry = () => {
      if (broken) return
      broken = true
      notices.deaf()
      connection.end().catch(() => {})
      if (!closed) timer = setTimeout(connect, RETRY)
    }
    connection.on('error', retry)
    connection.on('end', retry)
    connection.on('notification', ({ channel, payload }) => {
      const notice = JSON.parse(payload ?? '{}')
      if (channel === 'activity') notices.activity(notice)
      else notices.rights(notice)
    })
    try {
      await connection.connect()
      await connection.query('listen activity; listen rights')
      if (broken) return
      client = connection
      notices.listening()
    } catch {
      retry()
    }
  }

  connect()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
