import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  from: string
  to: string[]
  source: string
}

export interface MailCatcher {
  url: string
  received: Received[]
  /** says no to whoever a message is for, with this answer of SMTP; null: says yes */
  refuse(answer: { code: number; message: string } | null): void
  close(): Promise<void>
}

/** A mail server that keeps what it takes. */
export async function catchMail(): Promise<MailCatcher> {
  const received: Received[] = []
  let refusal: { code: number; message: string } | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code })),
    onData: (stream, { envelope }, done) => {
      let source = ''
      stream.setEncoding('utf8').on('data', (part: string) => {
        source += part
      })
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), source })
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: answer => {
      refusal = answer
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
