// Where each mail is said: the space its audience shares, and the thread within that space. A private mail is read by
// exactly those it names, so one tree of answers falls into as many threads as it had audiences.

import { hash } from 'node:crypto'
import type { Appearance } from '../archive.ts'
import type { ListHeaders } from './lists.ts'
import type { IndexedMail, MailIndex } from './mail-index.ts'
import type { MailPerson, People } from './resolve-people.ts'
import { threadMails } from './thread-mails.ts'

export type MailSpace = {
  key: string
  /** Undefined for a private conversation. */
  name: string | undefined
  members: Set<MailPerson>
  first: IndexedMail
}

export type PlacedMail = {
  mail: IndexedMail
  space: MailSpace
  author: MailPerson
  mentions: MailPerson[]
  threadKey: string | undefined
  answersKey: string | undefined
  continuesKey: string | undefined
}

export type Named = { index: MailIndex; people: People }

export type Placing = Named & { listAsSpace: boolean }

/** Places all mails, each after all that it names. With `listAsSpace` mail of a list goes to one open space. */
export function placeMails(placing: Placing): { placed: PlacedMail[]; spaces: MailSpace[] } {
  const { index, people } = placing
  const audiences = new Map(index.mails.map((mail) => [mail, audienceOf(mail, people)]))
  const audience = (mail: IndexedMail) => audiences.get(mail) ?? []
  const spaces = new Map<string, MailSpace>()
  const posts = new Map<string, IndexedMail>()
  const places = new Map<IndexedMail, { space: MailSpace; post: IndexedMail }>()
  const placed: PlacedMail[] = []
  for (const { mail, parent, thread } of threadMails(index, audience)) {
    const list = placing.listAsSpace ? (mail.list ?? listAmongRecipients(mail, people.lists)) : undefined
    const readers = audience(mail)
    const [author] = readers
    if (!author) continue
    const space = spaceFor({ spaces, mail, list, readers })
    const place = `${thread} ${space.key}`
    const post = posts.get(place) ?? mail
    posts.set(place, post)
    places.set(mail, { space, post })
    placed.push({
      mail,
      space,
      author,
      mentions: mentionsOf(mail, people, author),
      ...answering({ mail, parent, post, places }),
    })
  }
  return { placed, spaces: [...spaces.values()] }
}

/** The people who wrote and openly received a mail, its author first. */
function audienceOf(mail: IndexedMail, people: People): MailPerson[] {
  const readers = [mail.author, ...mail.to, ...mail.others].flatMap(
    (mailbox) => people.personOf[mailbox] ?? [],
  )
  return [...new Set(readers)]
}

/** To is a mention, Cc is not. */
function mentionsOf(mail: IndexedMail, people: People, author: MailPerson): MailPerson[] {
  const named = mail.to.flatMap((mailbox) => people.personOf[mailbox] ?? [])
  return [...new Set(named)].filter((person) => person !== author && !person.isBot)
}

/** Under which address each person took part, so that a merge of addresses can be undone later. */
export function appearancesIn(mail: IndexedMail, { index, people }: Named): Appearance[] {
  const parts = new Map<number, Appearance['part']>()
  for (const mailbox of mail.others) parts.set(mailbox, 'reader')
  for (const mailbox of mail.to) parts.set(mailbox, 'mentioned')
  parts.set(mail.author, 'author')
  return [...parts].flatMap(([mailbox, part]) => {
    const address = index.book.sightings[mailbox]?.id
    const personKey = people.personOf[mailbox]?.key
    return address === undefined || personKey === undefined ? [] : [{ address, personKey, part }]
  })
}

type Answering = {
  mail: IndexedMail
  parent: IndexedMail | undefined
  post: IndexedMail
  places: ReadonlyMap<IndexedMail, { post: IndexedMail }>
}

function answering({ mail, parent, post, places }: Answering) {
  const isSameThread = parent !== undefined && places.get(parent)?.post === post
  return {
    threadKey: post === mail ? undefined : post.key,
    answersKey: isSameThread && post !== mail ? parent.key : undefined,
    continuesKey: parent && !isSameThread ? parent.key : undefined,
  }
}

type SpaceNeed = {
  spaces: Map<string, MailSpace>
  mail: IndexedMail
  list: ListHeaders | undefined
  readers: readonly MailPerson[]
}

function spaceFor({ spaces, mail, list, readers }: SpaceNeed): MailSpace {
  const key = list ? list.key : privateKey(readers)
  const space = spaces.get(key) ?? { key, name: list?.name, members: new Set(), first: mail }
  for (const reader of list ? readers.slice(0, 1) : readers) space.members.add(reader)
  spaces.set(key, space)
  return space
}

function privateKey(readers: readonly MailPerson[]): string {
  const keys = readers.map((reader) => reader.key).sort()
  return `private:${hash('sha256', JSON.stringify(keys)).slice(0, 40)}`
}

function listAmongRecipients(
  mail: IndexedMail,
  lists: ReadonlyMap<number, ListHeaders>,
): ListHeaders | undefined {
  const mailbox = [...mail.to, ...mail.others].find((recipient) => lists.has(recipient))
  return mailbox === undefined ? undefined : lists.get(mailbox)
}
