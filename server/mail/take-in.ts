// A mail as it comes in by SMTP or IMAP: read once, and taken for each of our addresses that it names.
import { hash } from 'node:crypto'
import type { Arrival, Verdict } from '#outside/mail-listener'
import type { IncomingMail, MailRead } from '#outside/mail-parts'
import type { Letterbox } from './letterbox.ts'
import { couldMean } from './meant.ts'
import { noteUnread, receiveMail } from './receive.ts'
import { findDomain } from './ways.ts'

/** By SMTP the server that brings it says for whom it is; a mailbox leaves that to the mail. */
export type ToTake = Omit<Arrival, 'recipients'> & { recipients: string[] | undefined }

/**
 * Takes a mail in.
 * @param read takes it apart, within bounds
 * @returns a sentence for the server that brought it, where no address took it and nobody was written to
 * @throws Error when it should be brought again
 */
export async function takeIn(
  box: Letterbox,
  read: (bytes: Buffer) => Promise<MailRead>,
  { bytes, recipients, hasSender }: ToTake,
): Promise<Verdict> {
  const domain = await findDomain(box.db, box.settings)
  if (domain === undefined) return { refused: 'Mail cannot come in here.' }
  const result = await read(bytes)
  if ('refused' in result) {
    await noteUnread(box, { id: hash('sha256', bytes), sentence: { message: result.refused } })
    return result
  }
  const { mail } = result
  const ours = (recipients ?? mail.recipients).filter((address) => couldMean(address, domain))
  return worstOf(await takeForEach(box, { mail, ours, hasSender, domain }))
}

type Each = { mail: IncomingMail; ours: readonly string[]; hasSender: boolean; domain: string }

async function takeForEach(box: Letterbox, { ours, ...came }: Each): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  // One after the other: they are posts of one person, and rarely more than one.
  for (const recipient of ours) verdicts.push(await receiveMail(box, { ...came, recipient }))
  return verdicts
}

/** A mail that one address took is not sent back for the sake of another. */
function worstOf(verdicts: readonly Verdict[]): Verdict {
  const first = verdicts[0]
  return first !== undefined && verdicts.every(({ refused }) => refused !== undefined)
    ? first
    : { refused: undefined }
}
