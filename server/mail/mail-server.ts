import { createTransport } from 'nodemailer'

export interface OutgoingMail {
  /** of the message: sent twice, the same message */
  id: string
  to: { name: string; address: string }
  /** who answers go to; null: nobody in particular */
  replyTo: { name: string; address: string } | null
  subject: string
  text: string
  html: string
  calendar: { content: string; method: string } | null
}

/** Hands a message to the mail server. @throws Error with what that said, `isFinal` when trying again has no use */
export type Deliver = (mail: OutgoingMail) => Promise<void>

export interface MailServer {
  deliver: Deliver
  close(): void
}

/**
 * The way to the mail server. It connects with the first message.
 * @param url `smtp://` or `smtps://`, with user and password where it asks for them
 * @param from who messages come from
 */
export function openMailServer({ url, from }: { url: string; from: string }): MailServer {
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...patience })
  const host = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return {
    deliver: async ({ id, to, replyTo, subject, text, html, calendar }) => {
      await transport
        .sendMail({
          messageId: `<${id}@${host}>`,
          ...{ from, to, subject, text, html },
          ...(replyTo && { replyTo }),
          // No automatic answers of who is away.
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(calendar && {
            icalEvent: { filename: 'meeting.ics', method: calendar.method, content: calendar.content },
          }),
        })
        .catch(error => {
          throw Object.assign(new Error(saidBy(error)), { isFinal: error.responseCode >= 500 })
        })
    },
    close: () => transport.close(),
  }
}

const saidBy = (error: { response?: string; message?: string; code?: string }) =>
  (error.response ?? error.message ?? error.code ?? 'unknown').slice(0, 500)
