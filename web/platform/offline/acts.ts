// What somebody did while it could not be sent, as pure rules: in which order it goes, what takes the place of what,
// what belongs to what, and what becomes of it when the server answers or does not.
import type { Problem } from '#contract/problem'
import { say } from '../say.ts'

/** How an act is shown while it waits, and where its words go when they are wanted back. */
export type About = {
  /** What was done, as a person would say it: “Your reply in Canteen”. */
  sentence: string
  /** Where it was done. */
  href: string
  /** Where its words were written, to go on with them there. */
  begun?: { key: string; texts: Readonly<Record<string, string>> }
  /** Done in passing, such as seeing something: it is sent like all else, and not listed. */
  isQuiet?: boolean
}

export type Act = {
  /** Made when it was done, and its Idempotency-Key however often it is sent. */
  id: string
  /** Its place among the others; a later act has a higher one. */
  order: number
  personId: string
  room: string
  /** The name of the write in the contract. */
  name: string
  input: Readonly<Record<string, unknown>>
  /** When it was done, in ISO 8601. */
  at: string
  /** `doubtful`: it may have been done so long ago that the server has forgotten its key. */
  state: 'waits' | 'refused' | 'doubtful' | 'done'
  /** Since when it may have reached the server without anybody here knowing; milliseconds of the epoch. */
  triedAt: number | null
  /** How often the server broke over it. */
  faults: number
  refusal: Refused | null
  reply: unknown
  about: About
}

export type Refused = Pick<Problem, 'code' | 'detail' | 'status'>
/** What is known when somebody does something. */
export type Deed = Pick<Act, 'id' | 'personId' | 'room' | 'name' | 'input' | 'at' | 'about'>

/** A server remembers a key for 48 hours; a try of which nothing was heard may be repeated for a little less. */
const SURE_MS = 47 * 3_600_000
const FAULTS_MAX = 5
const WAITING = 'waiting:'

/** The id of what an act will make, for other acts to name until it was sent. */
export function waitingId(actId: string): string {
  return WAITING + actId
}

export function isWaitingId(id: string): boolean {
  return id.startsWith(WAITING)
}

/** Acts of which the later says all that the earlier said, by what they are about. */
const LAST_WINS: Record<string, readonly string[]> = {
  react: ['saidId', 'kind'],
  takeBackReaction: ['saidId', 'kind'],
  saveWords: ['saidId'],
  unsaveWords: ['saidId'],
  markSeen: ['postId'],
}
const KIN: Record<string, string> = { takeBackReaction: 'react', unsaveWords: 'saveWords' }

/**
 * What an act that is done now makes of those that wait: an earlier one that says nothing beside it goes, and so do a
 * deed of the brief and its taking back. Only what was never tried goes, since the server knows nothing of it.
 */
export function merged(acts: readonly Act[], next: Deed): { drops: string[]; isNeeded: boolean } {
  const isFree = (act: Act) => act.state === 'waits' && act.triedAt === null
  if (next.name === 'reopenCard') {
    const about = subjectOf({ ...next, name: 'finishCard' }, ['briefId', 'cardKey'])
    const last = acts.findLast((act) => subjectOf(act, ['briefId', 'cardKey']) === about)
    return last !== undefined && isFree(last)
      ? { drops: [last.id], isNeeded: false }
      : { drops: [], isNeeded: true }
  }
  const fields = LAST_WINS[next.name]
  if (fields === undefined) return { drops: [], isNeeded: true }
  const about = subjectOf(next, fields)
  const same = acts.filter((act) => isFree(act) && subjectOf(act, fields) === about)
  return { drops: same.map(({ id }) => id), isNeeded: true }
}

function subjectOf({ name, input }: Pick<Act, 'name' | 'input'>, fields: readonly string[]): string {
  return JSON.stringify([KIN[name] ?? name, ...fields.map((field) => input[field])])
}

export type Step =
  | { what: 'rest' }
  | { what: 'send'; act: Act; input: Act['input'] }
  | { what: 'settle'; act: Act }

/** What is to be done next with a person's acts, in whichever order they are given. */
export function nextStep(acts: readonly Act[], nowMs: number): Step {
  const byId = new Map(acts.map((act) => [act.id, act]))
  for (const act of acts.toSorted((one, other) => one.order - other.order)) {
    if (act.state !== 'waits') continue
    if (act.triedAt !== null && nowMs - act.triedAt > SURE_MS) {
      return { what: 'settle', act: { ...act, state: 'doubtful' } }
    }
    const { input, standing } = resolved(act, byId)
    if (standing === 'gone') return { what: 'settle', act: refused(act, GONE) }
    if (standing === 'ready') return { what: 'send', act, input }
  }
  return { what: 'rest' }
}

const GONE: Refused = {
  code: 'never-sent',
  status: 0,
  detail: say('What this belongs to was never sent, so this was not sent either.'),
}

/** Puts the ids that the server gave in the place of those that waited for it. */
function resolved(act: Act, byId: ReadonlyMap<string, Act>) {
  let standing: 'ready' | 'waits' | 'gone' = 'ready'
  const input: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(act.input)) {
    input[field] = value
    // Somebody may well write words that look like such an id; ids stand in fields that say so.
    if (!field.endsWith('Id') || typeof value !== 'string' || !isWaitingId(value)) continue
    const needed = byId.get(value.slice(WAITING.length))
    const made = needed?.state === 'done' ? madeBy(needed) : undefined
    if (needed === undefined) standing = 'gone'
    else if (made !== undefined) input[field] = made
    // What was refused may still be tried again, and then this goes too.
    else if (standing === 'ready') standing = 'waits'
  }
  return { input, standing }
}

/** The id of what an act made. */
function madeBy({ reply }: Pick<Act, 'reply'>): string | undefined {
  const isNamed = typeof reply === 'object' && reply !== null && 'id' in reply
  return isNamed && typeof reply.id === 'string' ? reply.id : undefined
}

export type Heard = { reply: unknown } | { problem: Refused }

/** The act as it is being sent: from now on it may have reached the server. */
export function tried(act: Act, nowMs: number): Act {
  return { ...act, triedAt: act.triedAt ?? nowMs }
}

/**
 * What becomes of an act, and whether the others may go on. Without an answer, without a session, or with a server
 * that is too busy or broken, all of them wait, so that they keep their order.
 */
export function afterHearing(act: Act, heard: Heard): { act: Act; goesOn: boolean } {
  if ('reply' in heard) return { act: { ...act, state: 'done', reply: heard.reply }, goesOn: true }
  const { problem } = heard
  if (problem.status === 0) return { act, goesOn: false }
  if (problem.status === 401 || problem.status === 429) {
    return { act: { ...act, triedAt: null }, goesOn: false }
  }
  if (problem.status >= 500 && act.faults + 1 < FAULTS_MAX) {
    return { act: { ...act, faults: act.faults + 1 }, goesOn: false }
  }
  return { act: refused(act, problem), goesOn: true }
}

function refused(act: Act, { code, detail, status }: Refused): Act {
  return { ...act, state: 'refused', triedAt: null, refusal: { code, detail, status } }
}

/** The act as somebody wants it tried once more, after they read why it was not done. */
export function wantedAgain(act: Act): Act {
  return { ...act, state: 'waits', triedAt: null, faults: 0, refusal: null }
}

/** Whoever did something looks for its answer no longer than this after it was first tried. */
const LOOKED_FOR_MS = 60_000

/** Acts that are done, that nothing waits for and nobody looks for any more, so that they may be forgotten. */
export function finished(acts: readonly Act[], nowMs: number): Act[] {
  const needed = new Set(
    acts.filter(({ state }) => state !== 'done').flatMap(({ input }) => Object.values(input)),
  )
  const isOver = ({ triedAt }: Act) => nowMs - (triedAt ?? 0) > LOOKED_FOR_MS
  return acts.filter((act) => act.state === 'done' && isOver(act) && !needed.has(waitingId(act.id)))
}
