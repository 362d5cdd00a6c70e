import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Language } from '#contract/language'
import type { Notice, notices } from '#contract/notices'
import type { PersonId, PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { say } from '#platform/say'
import { personRefs } from '#rooms/people'
import { type Summary, sentenceOf, summaryOf } from './notice.ts'
import { type Row, readNotices } from './read-notices.ts'

type Reply = ReplyOf<typeof notices.listNotices>
type Summed = { row: Row; summary: Summary }

/** Gathers notices with what was done, looks the people up, and says it in sentences. */
export async function listNotices(ctx: Ctx, input: InputOf<typeof notices.listNotices>): Promise<Reply> {
  const viewerId = ctx.viewer.personId
  const before = input.cursor === undefined ? undefined : readTimeCursor(input.cursor)
  const rows = await readNotices(ctx.db, { viewerId, before, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const summed = page.flatMap((row): Summed[] => {
    const summary = summaryOf(row.deeds, {
      isBeginner: row.authorId === viewerId,
      isFollower: row.isFollower,
    })
    return summary === undefined ? [] : [{ row, summary }]
  })
  const people = await personRefs(ctx.db, peopleIn(summed))
  const last = rows.length > page.length ? page.at(-1) : undefined
  return {
    items: summed.flatMap((each) => toNotice(each, people, ctx.viewer.language)),
    nextCursor: last === undefined ? null : cursorOf([last.at.toString(), last.postId]),
  }
}

/** Those whom the sentences name. */
function peopleIn(summed: readonly Summed[]): PersonId[] {
  const named = summed.flatMap(({ row, summary }) => [
    row.authorId,
    summary.personId,
    ...summary.doers.flatMap(({ personIds }) => personIds.slice(0, 2)),
  ])
  return [...new Set(named)]
}

function toNotice(
  { row, summary }: Summed,
  people: ReadonlyMap<PersonId, PersonRef>,
  language: Language,
): Notice[] {
  const [author, person] = [people.get(row.authorId), people.get(summary.personId)]
  if (author === undefined || person === undefined) return []
  const names = new Map([...people].map(([id, { name }]) => [id, name]))
  const { postId, title, space, at, isUnread, isMuted } = row
  const { replyId } = summary
  const why = say(language, summary.why)
  const sentences = summary.doers.map((doers) => say(language, sentenceOf(doers, names)))
  return [
    { postId, title, author, space, at: at.toString(), isUnread, isMuted, sentences, why, person, replyId },
  ]
}
