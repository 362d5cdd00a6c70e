// Whoever asked a question, and whoever put it to somebody, hear that it was passed on: why, and who is asked now.
import { sql } from 'kysely'
import type { PersonId, PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { type Sentence, sentence } from '#platform/say'
import { tellOfThread } from '#rooms/notices'
import type { HeldQuestion } from '../access.ts'
import { waitingOf } from './waiting-of.ts'

/** Of a longer reason the beginning is told; all of it stands with the question. */
const WHY_CHARACTERS_MAX = 160

type PassedOn = {
  question: HeldQuestion
  /** Who had put it. */
  byId: PersonId
  next: PersonRef | undefined
  /** In the words of whoever passed it on. */
  why: string | null
}

/** @param passedOn after the next one was asked */
export async function tellPassedOn(ctx: Ctx, passedOn: PassedOn): Promise<void> {
  const { question, byId } = passedOn
  const waiting = await countWaiting(ctx, passedOn)
  const { postId, authorId, strength } = question
  const told = { postId, how: 'passed-on' as const, byId: ctx.viewer.personId }
  // Whose name is kept from everybody cannot be told; they see it when they look at their question.
  if (strength === 'named')
    await tellOfThread(ctx, {
      ...told,
      personId: authorId,
      why: becauseOf(passedOn, { waiting, isAsker: true }),
    })
  if (byId !== authorId)
    await tellOfThread(ctx, {
      ...told,
      personId: byId,
      why: becauseOf(passedOn, { waiting, isAsker: false }),
    })
}

async function countWaiting({ db }: Ctx, { question }: PassedOn): Promise<number> {
  const found = await sql<{ waiting: number }>`select ${waitingOf(question.postId)} as waiting`.execute(db)
  return found.rows[0]?.waiting ?? 0
}

/** Why somebody hears of it, and what came of it. */
function becauseOf(
  { next, why }: Pick<PassedOn, 'next' | 'why'>,
  { waiting, isAsker }: { waiting: number; isAsker: boolean },
): Sentence {
  const facts = {
    role: isAsker ? 'asker' : 'other',
    said: why === null ? 'nothing' : 'words',
    why: why === null ? '' : shortened(why),
  }
  if (next !== undefined)
    return sentence(
      '{role, select, asker {because you asked it} other {because you put it to them}}; {next} is asked now{said, select, words {. They said: “{why}”} other {}}',
      { ...facts, next: next.name },
    )
  if (waiting > 0)
    return sentence(
      '{role, select, asker {because you asked it} other {because you put it to them}}; others who were asked may still answer{said, select, words {. They said: “{why}”} other {}}',
      facts,
    )
  return sentence(
    '{role, select, asker {because you asked it} other {because you put it to them}}; nobody else is known who could be asked{said, select, words {. They said: “{why}”} other {}}',
    facts,
  )
}

function shortened(words: string): string {
  if (words.length <= WHY_CHARACTERS_MAX) return words
  return `${words
    .slice(0, WHY_CHARACTERS_MAX - 1)
    .toWellFormed()
    .trimEnd()}…`
}
