// What an outsider may try at an endpoint, made from the endpoint's own schema: an endpoint is covered the day it is
// born, and one with a field that nobody thought of fails the canary test until a sample is written here.
import type { z } from 'zod'
import type { Endpoint } from '#contract/endpoint'
import { BriefId, FileId, HoursId, PersonId, PostId, ReplyId, SaidId, SpaceId } from '#contract/ref'

/** What an identity in an input is the identity of. */
export type Thing =
  | 'person'
  | 'space'
  | 'post'
  | 'reply'
  | 'said'
  | 'brief'
  | 'card'
  | 'reflection'
  | 'scheduled'
  | 'file'
  | 'session'
  | 'address'
  | 'letter'
  | 'draft'
  | 'hours'

/** One identity of each thing: those of something hidden, of something in sight, or of nothing at all. */
export type Bundle = Record<Thing, string>

const BRANDED = new Map<unknown, Thing>([
  [PersonId, 'person'],
  [SpaceId, 'space'],
  [PostId, 'post'],
  [ReplyId, 'reply'],
  [SaidId, 'said'],
  [BriefId, 'brief'],
  [FileId, 'file'],
  [HoursId, 'hours'],
])

/** Identities without a brand, by endpoint and field. */
const UNBRANDED: Record<string, Thing> = {
  'auth/sign-in address': 'address',
  'auth/ask-for-link address': 'address',
  'guests/invite-guest address': 'address',
  'auth/end-session id': 'session',
  'brief/finish-card cardKey': 'card',
  'brief/reopen-card cardKey': 'card',
  'brief/bring-back cardKey': 'card',
  'brief/forget-reflection id': 'reflection',
  'spaces/change-scheduled id': 'scheduled',
  'spaces/post-scheduled id': 'scheduled',
  'spaces/delete-scheduled id': 'scheduled',
  'answers/save-draft draftId': 'draft',
  'answers/publish-draft draftId': 'draft',
  'answers/discard-draft draftId': 'draft',
  'mail/get-letter letterId': 'letter',
  'mail/retry-letter letterId': 'letter',
  'mail/get-mail-test letterId': 'letter',
}

/** A word that stands beside every mark and is no mark itself, so that searches come near what is hidden. */
export const LURE = 'hemlock'

const TEXTS: Record<string, string> = {
  about: 'Likes trains.',
  address: 'fresh@foyer.test',
  at: '2026-03-02T09:00:00Z',
  beginsAt: '2026-04-02T09:00:00Z',
  endsAt: '2026-04-02T10:00:00Z',
  opensAt: '2026-03-02T09:00:00Z',
  theme: `What of the ${LURE}?`,
  reason: `For the ${LURE}.`,
  blinded: 'A'.repeat(342),
  copyId: '00000000-0000-7000-8000-00000000fade',
  answer: `It is the ${LURE}.`,
  body: `What of the ${LURE}?`,
  currentPassword: 'not the right one',
  closesAt: '2026-03-20T09:00:00Z',
  cursor: Buffer.from('["2026-03-02T09:00:00Z","00000000-0000-7000-8000-000000000000"]').toString(
    'base64url',
  ),
  domain: 'talk.foyer.test',
  file: 'export.zip',
  groupId: '00000000-0000-7000-8000-00000000fade',
  host: 'mail.foyer.test',
  importId: '00000000-0000-7000-8000-00000000fade',
  into: 'hemlocks',
  languages: 'pl',
  location: 'Gdańsk',
  lookId: '00000000-0000-7000-8000-00000000fade',
  name: 'Jo Doe',
  networkName: 'Another network',
  nonce: 'A'.repeat(43),
  note: `Ask about the ${LURE}.`,
  newPassword: 'a passable phrase',
  on: '2026-03-21T08:00',
  options: 'Perhaps',
  organisation: 'Partner Ltd',
  period: '2026-W10',
  password: 'not the right one',
  phrase: LURE,
  purpose: LURE,
  query: LURE,
  question: LURE,
  search: LURE,
  secret: 'A'.repeat(22),
  secretHash: 'A'.repeat(43),
  signature: 'A'.repeat(342),
  sender: 'Foyer <foyer@foyer.test>',
  text: LURE,
  time: '08:15',
  timeZone: 'Europe/Warsaw',
  sentence: `For the ${LURE}.`,
  seenAt: '2026-03-02T09:00:00Z',
  readAt: '2026-03-02T09:00:00Z',
  reviewOn: '2026-09-01',
  dueAt: '2026-03-02T11:00:00Z',
  times: '08:00',
  quietFrom: '19:00',
  quietUntil: '07:00',
  endpoint: 'https://fcm.googleapis.com/fcm/send/canary',
  p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
  auth: 'tBHItJI5svbpez7KI4CCXg',
  title: LURE,
  topic: LURE,
  token: 'a-token-that-was-never-given',
  unit: 'Paint',
  userName: 'foyer',
  url: 'https://example.org/',
  uploadId: '00000000-0000-7000-8000-00000000fade',
  // Nobody's, or whoever tries would leave the network.
  yourName: 'Not My Name',
  why: 'I left the press.',
}

type Place = { endpoint: Endpoint; field: string; identify: (thing: Thing) => string }

/**
 * Inputs that walk an endpoint's schema: the required fields alone, each field's every choice in turn, and all fields
 * at once.
 * @param identify gives the identity to send for a thing
 * @throws Error when a field has no sample
 */
export function inputsOf(endpoint: Endpoint, identify: (thing: Thing) => string): unknown[] {
  return distinct(variantsOf(endpoint.input, { endpoint, identify, field: '' }))
}

/** The things that an endpoint takes identities of. */
export function thingsIn(endpoint: Endpoint): Thing[] {
  const asked = new Set<Thing>()
  inputsOf(endpoint, (thing) => {
    asked.add(thing)
    return thing
  })
  return [...asked]
}

function variantsOf(schema: z.core.$ZodType, place: Place): unknown[] {
  const thing = BRANDED.get(schema) ?? UNBRANDED[`${nameOf(place.endpoint)} ${place.field}`]
  if (thing !== undefined) return [place.identify(thing)]
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'default':
      return variantsOf(def.innerType, place)
    case 'nullable':
      return [...variantsOf(def.innerType, place), null]
    case 'pipe':
      return variantsOf((def.out as z.core.$ZodTypes)._zod.def.type === 'transform' ? def.in : def.out, place)
    case 'object':
      return objectsOf(def.shape, place)
    case 'array':
      return variantsOf(def.element, place).map((each) => [each])
    case 'union':
      return def.options.flatMap((option) => variantsOf(option, place))
    case 'enum':
      return Object.values(def.entries)
    case 'literal':
      return [...def.values]
    case 'boolean':
      return [false, true]
    case 'number':
      return [(schema as z.ZodNumber).maxValue ?? 1]
    case 'string':
      return [textFor(place)]
    default:
      throw new Error(`${nameOf(place.endpoint)} ${place.field}: nothing is known of a ${def.type}`)
  }
}

function objectsOf(shape: z.core.$ZodShape, place: Place): unknown[] {
  const fields = Object.entries(shape).map(([field, schema]) => ({
    field,
    isOptional: schema._zod.optin !== undefined,
    variants: variantsOf(schema, { ...place, field }),
  }))
  const first = (chosen: typeof fields) =>
    Object.fromEntries(chosen.map(({ field, variants }) => [field, variants[0]]))
  const required = first(fields.filter(({ isOptional }) => !isOptional))
  const inTurn = fields.flatMap(({ field, variants }) =>
    variants.map((variant) => ({ ...required, [field]: variant })),
  )
  return [required, ...inTurn, first(fields)]
}

function textFor({ endpoint, field }: Place): string {
  const text = TEXTS[field]
  if (text === undefined) {
    throw new Error(`${nameOf(endpoint)} ${field}: write a sample for it in server/testing/canary-inputs.ts`)
  }
  return text
}

function nameOf(endpoint: Endpoint): string {
  return `${endpoint.room}/${endpoint.name}`
}

function distinct(inputs: unknown[]): unknown[] {
  return [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()]
}
