// Brings mail to a Foyer as mail servers do: over SMTP, on a real socket.
import { createTransport } from 'nodemailer'

export type Brought = {
  from: string
  to: string | string[]
  /** The sender on the envelope; null for a bounce. */
  envelopeFrom?: string | null
  subject?: string
  text?: string
  html?: string
  messageId?: string
  headers?: Record<string, string>
  attachments?: { filename: string; content: Buffer }[]
  /** The whole mail as it is, instead of all of the above. */
  raw?: string | Buffer
}

/** @returns undefined when it was taken, and else what the server said */
export async function bring(port: number, mail: Brought): Promise<string | undefined> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  const { envelopeFrom = mail.from, raw, ...worded } = mail
  const envelope = { from: envelopeFrom ?? '', to: mail.to }
  try {
    await transport.sendMail({
      ...(raw === undefined ? { subject: 'Re: Line 3', ...worded } : { raw }),
      envelope,
    })
    return undefined
  } catch (error) {
    return (error as { response?: string }).response ?? String(error)
  } finally {
    transport.close()
  }
}
