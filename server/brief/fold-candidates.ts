// One conversation is one card: the same subject carried on with other people is not brought up twice. Pure.
import type { PostId } from '#contract/ref'
import type { Candidate } from '#platform/cards'

const KINDS_FIRST: Record<Candidate['kind'], number> = {
  'needs-you': 0,
  steer: 1,
  reactions: 2,
  recognise: 3,
  unheard: 4,
  reflect: 5,
}

/**
 * Keeps one candidate for each thing said, one for each subject, and one for the same words said twice: what needs the
 * reader before the rest, what asks by name before what does not, the newest before the older.
 */
export function foldCandidates(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return candidates.toSorted(inOrder).filter((candidate) => {
    const marks = marksOf(candidate)
    const isNew = marks.every((mark) => !seen.has(mark))
    for (const mark of marks) seen.add(mark)
    return isNew
  })
}

function inOrder(a: Candidate, b: Candidate): number {
  return (
    KINDS_FIRST[a.kind] - KINDS_FIRST[b.kind] ||
    Number(b.facts.askedByName ?? false) - Number(a.facts.askedByName ?? false) ||
    Temporal.Instant.compare(b.at, a.at) ||
    (a.key < b.key ? -1 : 1)
  )
}

function marksOf({ key, postId, title, body }: Candidate): string[] {
  const thread = postId === undefined ? [key, ...subjectMark(title)] : threadMarks(postId, title)
  return [...thread, ...wordsMark(body)]
}

/** Two people may well say the same few words; the same sentences come from one of them, sent twice or passed on. */
const SAME_CHARACTERS_MIN = 60
const COMPARED_CHARACTERS = 2000

function wordsMark(body: string): string[] {
  const words = body
    .slice(0, COMPARED_CHARACTERS)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words.length < SAME_CHARACTERS_MIN ? [] : [`words:${words}`]
}

/** By what a thread is known as the same conversation: itself, and its subject where it has one. */
export function threadMarks(postId: PostId, title: string | undefined): string[] {
  return [`thread:${postId}`, ...subjectMark(title)]
}

function subjectMark(title: string | undefined): string[] {
  const subject = title?.toLowerCase().replace(/\s+/g, ' ').trim() ?? ''
  return subject === '' ? [] : [`subject:${subject}`]
}
