// The door to mail: SMTP when it is configured, else the log, so that a first evening needs no mail server.
import { createTransport } from 'nodemailer'
import type { Log } from '#platform/log'

export type Mail = { to: string; subject: string; text: string }
export type SendMail = (mail: Mail) => Promise<void>

/** Opens the way out for mail. Without an SMTP address, mails are printed to the log, links included. */
export function openMail({ url, from, log }: { url: string | undefined; from: string; log: Log }): SendMail {
  if (url === undefined) {
    return async (mail) => {
      log.info(
        { to: mail.to, subject: mail.subject, text: mail.text },
        'mail (no MAIL_URL is set, so it stays here)',
      )
    }
  }
  const transport = createTransport(url)
  return async (mail) => {
    await transport.sendMail({ from, ...mail })
  }
}
