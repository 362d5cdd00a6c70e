import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireWords } from './access.ts'
import { peopleMentioned } from './events.ts'
import { reattachFiles } from './files/attach-files.ts'
import { groupsIn } from './groups/group-mentions.ts'
import { refuseTooMuch } from './moderation/refuse-too-much.ts'
import { changeWords, insertMentions, keepVersion } from './store.ts'
import { mentionedIn, whyNotEdit } from './words.ts'

/**
 * Changes what one said and what is attached to it; the earlier wording stays in its history, files that are taken off
 * do not. Saying the same again changes nothing.
 */
export async function editWords(ctx: Ctx, input: InputOf<typeof spaces.editWords>): Promise<Done> {
  const said = await requireWords(ctx, input.saidId)
  refuseIf(whyNotEdit(said, ctx.viewer.personId))
  await refuseTooMuch(ctx, { body: input.body, fileIds: input.fileIds ?? [], isEdit: true })
  const title = input.title === undefined ? said.title : input.title || null
  const changesFiles = input.fileIds !== undefined && (await reattachFiles(ctx, said, input.fileIds))
  if (said.body === input.body && said.title === title && !changesFiles) return { done: true }
  await keepVersion(ctx.db, said, { untilAt: ctx.now, wasDeletion: false })
  await changeWords(ctx.db, said, { title, body: input.body, editedAt: ctx.now })
  const edited = { ...said, at: ctx.now }
  const meant = { personIds: mentionedIn(input.body), groupIds: groupsIn(input.body) }
  const mentioned = await insertMentions(ctx.db, { ...edited, ...meant })
  if (mentioned > 0) await ctx.emit(peopleMentioned(edited))
  return { done: true }
}
