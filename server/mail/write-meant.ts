// A mail as words in the network, through the same door and with the same rights as on the page.
import type { FileId, PostId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import type { IncomingMail } from '#outside/mail-parts'
import type { Ctx } from '#platform/ctx'
import { readInput, type Shape } from '#platform/gate-input'
import { newId } from '#platform/ids'
import { Refusal, refusal } from '#platform/refusal'
import { asItStands, say, sentence } from '#platform/say'
import { addReply, keepFile, writePost } from '#rooms/spaces'
import { forwardOf } from './forward.ts'
import { keepQuestion } from './keep-question.ts'
import type { Letterbox } from './letterbox.ts'
import type { MailAct } from './mail-act.ts'
import { type MailWords, titleOf, wordsOf } from './mail-words.ts'
import type { Meant } from './meant.ts'
import type { BoundAct } from './signed-address.ts'

type Given = {
  box: Pick<Letterbox, 'files' | 'settings' | 'acts' | 'takeForward'>
  mail: IncomingMail
  meant: Exclude<Meant, { kind: 'unknown' }>
  name: string
}

const FILES_MAX = 20

/**
 * Writes what a mail is meant to become, within the transaction of `ctx`.
 * @returns a sentence for its sender where something of it was left out or is still to be done
 * @throws Refusal with a sentence for its sender, when it may not become that
 */
export async function writeMeant(ctx: Ctx, given: Given): Promise<string | undefined> {
  const { meant, mail, name } = given
  const words = wordsOf(mail, name)
  if (meant.kind === 'question') {
    const forward = forwardOf(mail, { name, address: mail.from?.address ?? '' })
    if (forward !== undefined) return given.box.takeForward(ctx, forward)
    return keepQuestion(ctx, given.box.settings, { words, title: titleOf(mail.subject) })
  }
  if (meant.kind === 'act') return doAct(ctx, { acts: given.box.acts, bound: meant.bound, words })
  const { fileIds, leftOut } = await keepFiles(ctx, given, words)
  if (words.body === '' && fileIds.length === 0)
    throw refusal('invalid', 'nothing-said', 'There was nothing of your own above the quoted words.')
  const body = words.body === '' ? 'By mail:' : words.body
  if (meant.kind === 'reply') await reply(ctx, { postId: meant.bound.postId, body, fileIds })
  else
    await post(ctx, {
      spaceId: meant.kind === 'space' ? meant.spaceId : meant.bound.spaceId,
      body,
      fileIds,
      title: titleOf(mail.subject),
    })
  return leftOut
}

type Doing = { acts: readonly MailAct[]; bound: BoundAct; words: MailWords }

function doAct(ctx: Ctx, { acts, bound, words }: Doing): Promise<string | undefined> {
  const act = acts.find(({ name }) => name === bound.act)
  if (act === undefined)
    throw refusal('not-found', 'no-such-act', 'This address is good for nothing any more.')
  if (words.body === '')
    throw refusal('invalid', 'nothing-said', 'There was nothing of your own above the quoted words.')
  return act.take(ctx, { facts: bound.facts, body: words.body })
}

async function reply(ctx: Ctx, said: { postId: PostId | undefined; body: string; fileIds: FileId[] }) {
  const { postId, body, fileIds } = parsed(ctx, spaces.writeReply.input, said)
  await addReply(ctx, { postId, body, fileIds, id: newId<ReplyId>(ctx.now) })
}

type ToPost = { spaceId: SpaceId | undefined; body: string; fileIds: FileId[]; title: string | undefined }

async function post(ctx: Ctx, { title, ...said }: ToPost) {
  await writePost(
    ctx,
    parsed(ctx, spaces.writePost.input, { ...said, kind: 'note', ...(title !== undefined && { title }) }),
  )
}

/** Held to the contract like whatever comes from a page. */
function parsed<T>(ctx: Ctx, shape: Shape<T>, given: unknown): T {
  const read = readInput(shape, given, ctx.viewer.language)
  if ('data' in read) return read.data
  const [first] = read.fields
  throw new Refusal('invalid', 'wrong-input', {
    sentence: first === undefined ? sentence('This cannot be posted.') : asItStands(first.sentence),
  })
}

async function keepFiles(ctx: Ctx, { box, mail }: Given, { whole }: MailWords) {
  const wanted = [
    ...(whole === undefined ? [] : [{ name: 'mail.txt', bytes: new TextEncoder().encode(whole) }]),
    ...mail.files,
  ]
  if (wanted.length > FILES_MAX)
    throw refusal(
      'too-large',
      'too-many-files',
      'At most {most} files go with a post; this mail has {count}.',
      { most: FILES_MAX, count: wanted.length },
    )
  const { language } = ctx.viewer
  const fileIds: FileId[] = []
  const refused: string[] = []
  for (const { name, bytes } of wanted) {
    const id = newId<FileId>(ctx.now)
    const source = {
      id,
      name: name.slice(0, 1000),
      uploaderId: ctx.viewer.personId,
      at: ctx.now,
      now: ctx.now,
    }
    const kept = await keepFile(ctx.db, box.files, { ...source, read: () => oneChunk(bytes) })
    if ('refused' in kept) refused.push(`${name}: ${say(language, kept.refused)}`)
    else fileIds.push(id)
  }
  if (refused.length === 0) return { fileIds, leftOut: undefined }
  const without = sentence('It was posted without some files. {files}', { files: refused.join(' ') })
  return { fileIds, leftOut: say(language, without) }
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
