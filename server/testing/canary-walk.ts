// The canary: tries every endpoint as every kind of outsider, with identities of hidden things in every field, and
// finds whatever comes to light, whatever differs from nothing at all, and whatever was changed.
import type { Endpoint } from '#contract/endpoint'
import { type Bundle, inputsOf, type Thing, thingsIn } from './canary-inputs.ts'
import { changeOf, readRows } from './canary-rows.ts'
import { bystanderOf, type House, MARK, nothing, type Outsider, secretsOf } from './canary-world.ts'

export type Seen = { status: number; headers: Headers; body: unknown }
/** The way in. The test of the canary itself gives one that leaks. */
export type Door = (outsider: Outsider, endpoint: Endpoint, input: unknown) => Promise<Seen>

/** The way in through Foyer's own gate. */
export const frontDoor: Door = (outsider, endpoint, input) =>
  endpoint.method === 'GET' ? outsider.caller.read(endpoint, input) : outsider.caller.write(endpoint, input)

/** What an administrator is there for; the canary lets it happen to a bystander. */
const POWERS = [
  ...['people/update-profile', 'people/change-roles', 'people/deactivate-person'],
  ...['records/remove-person', 'records/undo-leaving'],
]
/** One may let go of what one can no longer see. */
const LETS_GO = ['spaces/unfollow', 'spaces/unsave-words', 'brief/reopen-card', 'brief/forget-reflection']

type Attempt = {
  outsider: Outsider
  endpoint: Endpoint
  door: Door
  house: House
  /** How the door answers what does not exist, by what was asked. */
  answeredAbsent: Map<string, Seen>
  absent: Bundle
}

/** @returns a sentence for each thing found; none when all is well */
export async function walkHouse(
  house: House,
  { endpoints, door }: { endpoints: readonly Endpoint[]; door: Door },
): Promise<string[]> {
  const findings: string[] = []
  for (const outsider of house.outsiders) {
    const nowhere = nothing(house.foyer.clock.now)
    const absent = { ...nowhere, address: `nobody-${bystanderOf(outsider.name)}` }
    for (const endpoint of endpoints.toSorted(inOrder)) {
      const attempt = { outsider, endpoint, door, house, absent, answeredAbsent: new Map() }
      findings.push(...(await tryEndpoint(attempt)))
    }
  }
  return [...new Set(findings)]
}

/** Signing out comes last: who is signed out is an outsider of another kind. */
function inOrder(one: Endpoint, other: Endpoint): number {
  return Number(one.name === 'sign-out') - Number(other.name === 'sign-out')
}

async function tryEndpoint(attempt: Attempt): Promise<string[]> {
  const { house, endpoint } = attempt
  const { db } = house.foyer
  const before = await readRows(db)
  const findings = await tryInputs(attempt)
  return [...findings, ...judgeRows(attempt, changeOf(before, await readRows(db)))].map(
    (sentence) => `${endpoint.room}/${endpoint.name}, ${attempt.outsider.name}: ${sentence}`,
  )
}

type Identify = (thing: Thing) => string

/**
 * Tries what is in sight; then, for each hidden bundle, all of its identities at once and each of them alone among
 * things in sight. What was tried already is not tried again.
 */
async function tryInputs(attempt: Attempt): Promise<string[]> {
  const { outsider, endpoint } = attempt
  const things = thingsIn(endpoint)
  const pairs: [Identify, Identify][] = [
    [(thing) => outsider.visible[thing], (thing) => outsider.visible[thing]],
  ]
  for (const hidden of things.length === 0 ? [] : hiddenBundles(attempt)) {
    const absent = absentFor(attempt, hidden)
    pairs.push([(thing) => hidden[thing], (thing) => absent[thing]])
    for (const one of things.length === 1 ? [] : things) {
      const among = (bundle: Bundle) => (thing: Thing) => (thing === one ? bundle : outsider.visible)[thing]
      pairs.push([among(hidden), among(absent)])
    }
  }
  const tried = new Set<string>()
  const findings: string[] = []
  for (const [hidden, absent] of pairs) {
    const plain = inputsOf(endpoint, absent)
    for (const [index, input] of inputsOf(endpoint, hidden).entries()) {
      const asked = JSON.stringify(input)
      if (!tried.has(asked)) findings.push(...(await compare(attempt, { input, plain: plain[index] })))
      tried.add(asked)
    }
  }
  return findings
}

/** What is hidden from an outsider. With no way in at all, one hidden thing is as good as another. */
function hiddenBundles({ outsider, endpoint, house }: Attempt): Bundle[] {
  const hidden = Object.entries(house.bundles).filter(([name]) => !outsider.sees.includes(name))
  const isPower = outsider.name === 'administrator' && POWERS.includes(`${endpoint.room}/${endpoint.name}`)
  return hidden.slice(0, outsider.sees.length === 0 ? 1 : hidden.length).map(([, bundle]) => ({
    ...bundle,
    address: bystanderOf(outsider.name),
    ...(isPower ? { person: outsider.owns.at(-1) ?? '' } : {}),
  }))
}

/** Nothing at all, except for what the outsider may know of anyway. */
function absentFor({ outsider, absent }: Attempt, hidden: Bundle): Bundle {
  return {
    ...absent,
    person: outsider.seesPeople ? hidden.person : absent.person,
    space: outsider.knows.has(hidden.space) ? hidden.space : absent.space,
  }
}

/** Whether a hidden thing is answered as something that does not exist is. */
async function compare(
  attempt: Attempt,
  { input, plain }: { input: unknown; plain: unknown },
): Promise<string[]> {
  const { outsider, endpoint, door, answeredAbsent } = attempt
  const seen = await door(outsider, endpoint, input)
  const findings = judgeAnswer(attempt, seen)
  const asked = JSON.stringify(plain)
  if (asked === JSON.stringify(input)) return findings
  const expected = answeredAbsent.get(asked) ?? (await door(outsider, endpoint, plain))
  answeredAbsent.set(asked, expected)
  if (pictureOf(seen) !== pictureOf(expected)) {
    findings.push(`${JSON.stringify(input)} is answered ${told(seen)}, and nothing at all ${told(expected)}`)
  }
  return findings
}

function told({ status, body }: Seen): string {
  return `${status} ${JSON.stringify(body).slice(0, TOLD_CHARACTERS_MAX)}`
}

const TOLD_CHARACTERS_MAX = 200
const DIFFERS_ALWAYS = ['x-request-id', 'set-cookie']

/** An answer as text, without what no two answers share. */
export function pictureOf({ status, headers, body }: Seen): string {
  const alike = typeof body === 'object' && body !== null ? { ...body, requestId: '' } : body
  const kept = [...headers].filter(([name]) => !DIFFERS_ALWAYS.includes(name))
  return JSON.stringify([status, kept, alike])
}

function judgeAnswer({ outsider, house }: Attempt, { status, headers, body }: Seen): string[] {
  const text = unfolded(`${JSON.stringify([...headers])} ${JSON.stringify(body)}`)
  const findings = strangeMarks(outsider, text).map((mark) => `the answer shows ${mark}`)
  const ids = secretsFor(outsider, house).filter((id) => text.includes(id))
  findings.push(...ids.map((id) => `the answer names ${id}`))
  if (status >= 500) findings.push(`the answer is a ${status}`)
  return findings
}

function judgeRows(
  { outsider, endpoint, house }: Attempt,
  { vanished, appeared }: { vanished: string[]; appeared: string[] },
): string[] {
  const touchable = [...outsider.owns, ...Object.values(outsider.visible)]
  const secrets = secretsFor(outsider, house)
  const isSecret = (row: string) =>
    strangeMarks(outsider, row).length > 0 || secrets.some((id) => row.includes(id))
  const letsGo = LETS_GO.includes(`${endpoint.room}/${endpoint.name}`)
  const stolen = vanished.filter(
    (row) => !touchable.some((id) => row.includes(id)) || (isSecret(row) && !letsGo),
  )
  return [
    ...stolen.map((row) => `changed or took away ${row}`),
    ...appeared.filter(isSecret).map((row) => `wrote ${row}`),
  ]
}

function secretsFor(outsider: Outsider, { bundles }: House): string[] {
  const own = new Set(Object.values(outsider.visible))
  return Object.entries(bundles)
    .filter(([name]) => !outsider.sees.includes(name))
    .flatMap(([, bundle]) => secretsOf(bundle))
    .filter((id) => !own.has(id) && !outsider.knows.has(id))
}

function strangeMarks(outsider: Outsider, text: string): string[] {
  const known = new Set(outsider.knownMarks.map((mark) => mark.toLowerCase()))
  return (text.match(MARK) ?? []).filter((mark) => !known.has(mark.toLowerCase()))
}

const MAY_BE_PACKED = /[\w-]{16,}/g
const PACKED_DEPTH = 3

/** A text with whatever is packed into it, as cursors are, laid beside it. */
function unfolded(text: string, depth = PACKED_DEPTH): string {
  if (depth === 0) return text
  const packed = (text.match(MAY_BE_PACKED) ?? []).map((word) =>
    Buffer.from(word, 'base64url').toString('utf8'),
  )
  return [text, ...packed.map((inner) => unfolded(inner, depth - 1))].join('\n')
}
