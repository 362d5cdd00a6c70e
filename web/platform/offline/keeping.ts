// What of all that was read is kept on the device for a time without a line, and for how long, as pure rules.

export type Kind = 'standing' | 'brief' | 'thread' | 'along' | 'list' | 'space' | 'person' | 'small'

/** What is known of something kept without opening it. */
export type Label = {
  /** The key under which the page knows it, as text. */
  hash: string
  personId: string
  kind: Kind
  /** When the server said it; milliseconds of the epoch. */
  saidAt: number
  /** When it was last looked at. */
  usedAt: number
  characters: number
  /** Ids without which it may not be shown: of its thread, space or person. */
  belongsTo: readonly string[]
}

/** Of each kind the ones looked at last are kept. */
export const KEPT_MAX: Record<Kind, number> = {
  standing: 1,
  brief: 1,
  thread: 20,
  along: 30,
  list: 12,
  space: 30,
  person: 50,
  small: 60,
}
export const KEPT_DAYS_MAX = 14
export const KEPT_CHARACTERS_MAX = 12_000_000
/** Anything longer is not kept at all. */
export const ONE_CHARACTERS_MAX = 600_000
/** Of a list or a thread that goes on, the first pages. */
const PAGES_MAX = 3
const DAY_MS = 86_400_000

const KINDS: Record<string, Kind> = {
  'auth/who-am-i': 'standing',
  'brief/open-brief': 'brief',
  'voices/who-you-heard': 'small',
  'voices/heard-over-time': 'list',
  'spaces/get-thread': 'thread',
  'spaces/get-feed': 'list',
  'spaces/list-posts': 'list',
  'spaces/list-spaces': 'list',
  'spaces/list-saved': 'list',
  'notices/list-notices': 'list',
  'notices/count-notices': 'small',
  'notices/is-thread-muted': 'small',
  'spaces/get-news': 'small',
  'spaces/list-follows': 'small',
  'spaces/get-space': 'space',
  'spaces/list-pinned': 'space',
  'people/get-person': 'person',
  'spaces/list-posts-of': 'person',
}

/** As what the answer to a question is kept; undefined for what is not, such as a search or anything of administration. */
export function kindOf(queryKey: readonly unknown[]): Kind | undefined {
  const [room, name] = queryKey
  // A list of spaces that was narrowed by words is a search.
  if (name === 'list-spaces' && queryKey.at(-1) !== '') return undefined
  return KINDS[`${room}/${name}`]
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The thread, space or person that a question is about, first the one that decides whether it may be asked. */
function subjectOf(queryKey: readonly unknown[]): string | undefined {
  const ids = queryKey.flatMap((part) =>
    typeof part === 'object' && part !== null ? Object.values(part) : [part],
  )
  return ids.find((id): id is string => typeof id === 'string' && ID.test(id))
}

/**
 * What goes when the server says that the answer to this question is not there or not to be seen. A reply that a link
 * names and that is not in its thread takes only that answer with it, not the thread.
 */
export function goneWith(queryKey: readonly unknown[]): string | undefined {
  const isOfOneReply = queryKey[1] === 'get-thread' && ID.test(String(queryKey[3]))
  return isOfOneReply ? undefined : subjectOf(queryKey)
}

/** What an answer belongs to beside its subject: a thread goes with its space. */
export function belongsTo(queryKey: readonly unknown[], data: unknown): string[] {
  const space = (data as { pages?: { post?: { space?: { id?: string } } }[] })?.pages?.[0]?.post?.space?.id
  return [subjectOf(queryKey), space].filter((id) => id !== undefined)
}

/** Counters of live that mean something only to the page that counted. */
const STAMPS = new Set(['heardAt', 'reactedAt', 'countedAt'])

/** An answer as it is kept, undefined when it is too long. */
export function asKept(data: unknown): string | undefined {
  const text = JSON.stringify(firstPages(data), (name, value) => (STAMPS.has(name) ? undefined : value))
  return text === undefined || text.length > ONE_CHARACTERS_MAX ? undefined : text
}

function firstPages(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('pages' in data) || !('pageParams' in data)) return data
  const { pages, pageParams } = data as { pages: unknown[]; pageParams: unknown[] }
  return { pages: pages.slice(0, PAGES_MAX), pageParams: pageParams.slice(0, PAGES_MAX) }
}

/** Which of the things kept for this person must go: what is another's, too old, or more than there is room for. */
export function whatToDrop(
  labels: readonly Label[],
  { personId, nowMs }: { personId: string; nowMs: number },
) {
  const isAllowed = (label: Label) =>
    label.personId === personId && nowMs - label.saidAt <= KEPT_DAYS_MAX * DAY_MS
  const counts = new Map<Kind, number>()
  let characters = 0
  // Who one is, and the brief, are small, and the rest is of no use without them.
  const isFirst = ({ kind }: Label) => kind === 'standing' || kind === 'brief'
  const stays = new Set<string>()
  const latest = labels
    .filter(isAllowed)
    .toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one)) || other.usedAt - one.usedAt)
  for (const label of latest) {
    const count = (counts.get(label.kind) ?? 0) + 1
    counts.set(label.kind, count)
    if (count > KEPT_MAX[label.kind] || characters + label.characters > KEPT_CHARACTERS_MAX) continue
    characters += label.characters
    stays.add(label.hash)
  }
  return labels.map(({ hash }) => hash).filter((hash) => !stays.has(hash))
}
