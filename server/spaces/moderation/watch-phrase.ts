import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import { noteAct } from './store.ts'
import { folded } from './watch.ts'
import { countPhrases, PHRASES_MAX, requireSteward } from './watched-phrases.ts'

/** Watches for a phrase from now on. Case and accents do not count; there are no patterns. */
export async function watchPhrase(
  ctx: Ctx,
  { phrase }: InputOf<typeof moderation.watchPhrase>,
): Promise<Done> {
  requireSteward(ctx)
  const words = folded(phrase)
  if (words === '')
    throw refusal('invalid', 'no-words', 'Give a word or a phrase: there is no letter in this.')
  if ((await countPhrases(ctx)) >= PHRASES_MAX)
    throw refusal('conflict', 'too-many-phrases', 'At most {most} are watched for. Take one off first.', {
      most: PHRASES_MAX,
    })
  const added = await sql`
    insert into spaces.watched_phrase (id, phrase, folded, added_by, at)
    values (${newId(ctx.now)}, ${phrase}, ${words}, ${ctx.viewer.personId}, ${ctx.now})
    on conflict do nothing returning id`.execute(ctx.db)
  if (added.rows.length === 0) throw refusal('conflict', 'watched-already', 'This is watched for already.')
  await noteAct(ctx, { act: 'phrase-added', sentence: phrase })
  return { done: true }
}
