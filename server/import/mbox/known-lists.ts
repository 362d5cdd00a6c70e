// Which addresses are those of mailing lists. One mail's word is not enough: whoever could declare another person's
// address a list would open that person's mail to everybody.

import type { ListHeaders } from './lists.ts'
import type { MailIndex } from './mail-index.ts'

/** At least so many mails, and this share of all mails to the address, must have come through the list. */
const MAILS_MIN = 2
const SHARE_MIN = 2 / 3

/**
 * The lists by the mailbox that mail for them is sent to. An address that ever wrote a mail, or that belongs to one of
 * `personAddresses`, is a person's whatever the headers say.
 */
export function knownLists(index: MailIndex, personAddresses: ReadonlySet<string>): Map<number, ListHeaders> {
  const claimed = claimedLists(index)
  const counts = new Map<number, { all: number; throughList: number }>()
  for (const mail of index.mails) {
    for (const mailbox of new Set([...mail.to, ...mail.others])) {
      const list = claimed.get(mailbox)
      if (!list) continue
      const count = counts.get(mailbox) ?? { all: 0, throughList: 0 }
      count.all += 1
      count.throughList += mail.list?.key === list.key ? 1 : 0
      counts.set(mailbox, count)
    }
  }
  const known = [...claimed].filter(([mailbox]) => {
    const sighting = index.book.sightings[mailbox]
    const { all, throughList } = counts.get(mailbox) ?? { all: 0, throughList: 0 }
    if (!sighting || sighting.sent > 0 || personAddresses.has(sighting.id)) return false
    return throughList >= MAILS_MIN && throughList >= all * SHARE_MIN
  })
  return new Map(known)
}

function claimedLists({ mails, book }: MailIndex): Map<number, ListHeaders> {
  const byAddress = new Map<string, ListHeaders>()
  for (const { list } of mails) {
    if (list) for (const address of list.addresses) if (!byAddress.has(address)) byAddress.set(address, list)
  }
  const byMailbox = book.sightings.flatMap((sighting, mailbox): [number, ListHeaders][] => {
    const list = byAddress.get(sighting.id)
    return list ? [[mailbox, list]] : []
  })
  return new Map(byMailbox)
}
