// Mail: how letters leave and come in, for administrators; addresses and links with one button, for everybody.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, Done, PersonRef, SpaceId } from './ref.ts'

const HOST =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*|[0-9a-f:.]*:[0-9a-f:.]*)$/i
const SENDER = /^(?:[^<>\r\n"@,;]{0,100}<)?[^\s<>@",;()]{1,64}@[a-z0-9.-]{1,190}>?$/i

const Host = z.string().trim().max(253).regex(HOST, 'Give the name of a server, such as mail.example.org.')
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(HOST, 'Give a domain, such as talk.example.org.')
const Sender = z
  .string()
  .trim()
  .max(320)
  .regex(SENDER, "Give an address, such as Foyer '<'foyer@example.org'>'.")
const Security = z.enum(['tls', 'starttls', 'none'])
const Port = z.number().int().min(1).max(65535)
const LetterId = z.uuid()
const Token = z.string().min(1).max(200)

export const MailSettings = z
  .object({
    /** Who says by which server letters leave; with nobody, they stay in the mailbox. */
    saidBy: z.enum(['environment', 'administrators', 'nobody']),
    /** From the sample company nothing leaves, and nothing can be set there. */
    isSample: z.boolean(),
    server: z
      .object({
        host: z.string(),
        port: z.number().int().nullable(),
        security: Security,
        userName: z.string().nullable(),
        /** The password itself is never shown. */
        hasPassword: z.boolean(),
      })
      .nullable(),
    sender: z.string(),
    /** Where replies and posts by mail come in. */
    domain: z.string().nullable(),
    isDomainFixed: z.boolean(),
    /** The port at which mail comes in, and whether a mailbox is read; both are set in the environment. */
    listenPort: z.number().int().nullable(),
    readsMailbox: z.boolean(),
  })
  .meta({ id: 'MailSettings' })
export type MailSettings = z.output<typeof MailSettings>

const LetterState = z.enum(['waiting', 'sent', 'kept', 'dead'])

export const Letter = z
  .object({
    id: LetterId,
    to: PersonRef.nullable(),
    why: z.string(),
    at: At,
    state: LetterState,
    tries: z.number().int(),
    /** What went wrong at the last try. */
    trouble: z.string().nullable(),
    /** Null where it is not for you to read. */
    subject: z.string().nullable(),
  })
  .meta({ id: 'Letter' })
export type Letter = z.output<typeof Letter>

export const ReceivedMail = z
  .object({
    id: z.uuid(),
    at: At,
    sender: z.string(),
    kind: z.enum(['reply', 'post', 'question', 'unknown']),
    outcome: z.enum(['taken', 'refused', 'ignored']),
    sentence: z.string(),
  })
  .meta({ id: 'ReceivedMail' })
export type ReceivedMail = z.output<typeof ReceivedMail>

/** What the page of a link asks. */
export const LinkAsked = z
  .object({
    state: z.enum(['open', 'done', 'expired', 'unknown']),
    sentence: z.string(),
    /** The word on the button; null where there is nothing to press. */
    button: z.string().nullable(),
    /** Where it leads on to, as an address of the page. */
    leadsTo: z.string(),
  })
  .meta({ id: 'LinkAsked' })
export type LinkAsked = z.output<typeof LinkAsked>

export const mail = {
  getMailSettings: read('mail', 'get-mail-settings', {
    summary: 'By which server letters leave, and how mail comes in.',
    caller: 'administrator',
    input: z.strictObject({}),
    reply: MailSettings,
  }),
  saveMailSettings: write('mail', 'save-mail-settings', {
    summary:
      'Sets the server by which letters leave, and the domain at which mail comes in. Without a password the one that is set stays, as long as server and user stay too.',
    caller: 'administrator',
    input: z.strictObject({
      host: Host.nullable(),
      port: Port,
      security: Security,
      userName: z.string().trim().min(1).max(320).nullable(),
      password: z.string().min(1).max(1000).optional(),
      sender: Sender,
      domain: Domain.nullable(),
    }),
    reply: MailSettings,
  }),
  testMail: write('mail', 'test-mail', {
    summary:
      'Writes a letter to you, to be sent at once and once only, and answers where to ask what became of it.',
    caller: 'administrator',
    input: z.strictObject({}),
    reply: z.object({ letterId: LetterId }),
  }),
  getMailTest: read('mail', 'get-mail-test', {
    summary: 'What became of a test of yours, in a sentence.',
    caller: 'administrator',
    input: z.strictObject({ letterId: LetterId }),
    reply: z.object({ state: LetterState, sentence: z.string() }),
  }),
  listLetters: read('mail', 'list-letters', {
    summary:
      'Letters that wait for another try, were kept for want of a server and are yours to read, or were given up; the newest first.',
    caller: 'administrator',
    input: z.strictObject({ state: z.enum(['waiting', 'kept', 'dead']), ...paged }),
    reply: pageOf(Letter),
  }),
  getLetter: read('mail', 'get-letter', {
    summary: 'A letter as it would have been sent: one of your own, or any where the mailbox shows all.',
    caller: 'administrator',
    input: z.strictObject({ letterId: LetterId }),
    reply: Letter.extend({ text: z.string(), html: z.string().nullable() }),
  }),
  retryLetter: write('mail', 'retry-letter', {
    summary: 'Sends a letter that was given up once more.',
    caller: 'administrator',
    input: z.strictObject({ letterId: LetterId }),
    reply: Done,
  }),
  listReceived: read('mail', 'list-received', {
    summary: 'What came in by mail and what became of it, without its words; the newest first.',
    caller: 'administrator',
    input: z.strictObject({ ...paged }),
    reply: pageOf(ReceivedMail),
  }),
  makeSpaceAddress: write('mail', 'make-space-address', {
    summary: 'The address at which your own mail becomes a post in a space; null where mail cannot come in.',
    caller: 'person',
    input: z.strictObject({ spaceId: SpaceId }),
    reply: z.object({ address: z.string().nullable() }),
  }),
  lookAtLink: read('mail', 'look-at-link', {
    summary: 'What a link out of a letter would do. Looking does nothing.',
    caller: 'anyone',
    input: z.strictObject({ token: Token }),
    reply: LinkAsked,
  }),
  pressButton: write('mail', 'press-button', {
    summary: 'Does what a link out of a letter is for, once.',
    caller: 'anyone',
    input: z.strictObject({ token: Token }),
    reply: LinkAsked,
  }),
}
