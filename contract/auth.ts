// Signing in and out, and the first morning of a network.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { Language } from './language.ts'
import { line } from './plain-text.ts'
import { At, Done, PersonId, PersonRef, Role } from './ref.ts'

export const Address = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase())
const Password = z.string().min(10, 'A password has at least 10 characters.').max(200)

export const Me = z.object({
  person: PersonRef,
  roles: z.array(Role),
  timeZone: z.string().nullable(),
  languages: z.array(z.string()),
  /** In which they read what Foyer says; null as long as they leave that to their browser. */
  language: Language.nullable(),
})
export type Me = z.output<typeof Me>

const Named = z.object({ networkName: z.string(), isSample: z.boolean() })

/** `first-run` until the network has begun. */
export const Standing = z.discriminatedUnion('standing', [
  z.object({
    standing: z.literal('first-run'),
    /** False where people came in already: the sample company would be in their way. */
    mayOpenSample: z.boolean(),
    /** Whether others than this machine come to this address, and so could step into any shoes. */
    isOpenToOthers: z.boolean(),
  }),
  Named.extend({ standing: z.literal('signed-out') }),
  Named.extend({ standing: z.literal('signed-in'), me: Me }),
])
export type Standing = z.output<typeof Standing>

export const SessionRow = z.object({
  id: z.string(),
  startedAt: At,
  lastSeenAt: At,
  expiresAt: At,
  /** Browser and system in words, from what the browser said. */
  device: z.string(),
  address: z.string().nullable(),
  isThisOne: z.boolean(),
})
export type SessionRow = z.output<typeof SessionRow>

/** Somebody of the sample company in whose place one may look around. */
export const Shoes = z.object({
  person: PersonRef,
  /** In two or three words. */
  as: z.string(),
  /** One sentence on what one sees first. */
  sees: z.string(),
})
export type Shoes = z.output<typeof Shoes>

const NewPassword = z.strictObject({ currentPassword: z.string().max(200).optional(), newPassword: Password })

export const auth = {
  whoAmI: read('auth', 'who-am-i', {
    summary: 'Who is asking, and whether this network has begun.',
    caller: 'anyone',
    input: z.strictObject({}),
    reply: Standing,
  }),
  createFirstAdministrator: write('auth', 'create-first-administrator', {
    summary: 'Begins the network: names it and makes its first administrator, once.',
    caller: 'anyone',
    input: z.strictObject({
      networkName: line(z.string().trim().min(1).max(80)),
      name: line(z.string().trim().min(1).max(120)),
      address: Address,
      password: Password,
      timeZone: z.string().max(64).optional(),
    }),
    reply: Standing,
  }),
  signIn: write('auth', 'sign-in', {
    summary: 'Signs in with an address and a password.',
    caller: 'anyone',
    input: z.strictObject({ address: Address, password: z.string().max(200) }),
    reply: Standing,
  }),
  askForLink: write('auth', 'ask-for-link', {
    summary: 'Sends a link that signs in once. Answers the same whether or not the address is known.',
    caller: 'anyone',
    input: z.strictObject({ address: Address }),
    reply: Done,
  }),
  useLink: write('auth', 'use-link', {
    summary: 'Signs in with the token of a link. Opening the link alone does nothing.',
    caller: 'anyone',
    input: z.strictObject({ token: z.string().min(10).max(200) }),
    reply: Standing,
  }),
  signOut: write('auth', 'sign-out', {
    summary: 'Ends this session.',
    caller: 'person',
    input: z.strictObject({}),
    reply: Done,
  }),
  listSessions: read('auth', 'list-sessions', {
    summary: 'Where you are signed in.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(SessionRow) }),
  }),
  endSession: write('auth', 'end-session', {
    summary: 'Ends one of your sessions.',
    caller: 'person',
    input: z.strictObject({ id: z.string().min(1).max(100) }),
    reply: Done,
  }),
  setPassword: write('auth', 'set-password', {
    summary: 'Sets or changes your password and ends your other sessions.',
    caller: 'person',
    input: NewPassword,
    reply: Done,
  }),
  listShoes: read('auth', 'list-shoes', {
    summary: 'In whose shoes one may look around the sample company. Anywhere else there are none.',
    caller: 'anyone',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(Shoes), isOpenToOthers: z.boolean() }),
  }),
  stepIntoShoes: write('auth', 'step-into-shoes', {
    summary: 'Signs in as somebody of the sample company, without a password. Anywhere else it is refused.',
    caller: 'anyone',
    input: z.strictObject({ personId: PersonId }),
    reply: Standing,
  }),
  leaveSample: write('auth', 'leave-sample', {
    summary: 'Removes the sample company and everything written in it. Anywhere else it is refused.',
    caller: 'member',
    input: z.strictObject({}),
    reply: Standing,
  }),
}
