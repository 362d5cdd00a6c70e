// Moderation: reports and what becomes of them, hiding and locking, moving threads, and whom one does not want to hear.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { Case, LedgerMonth, ModerationAct, ModerationStanding, Move, OwnCase, Silenced } from './judged.ts'
import { paged, pageOf } from './paging.ts'
import { line, paragraphs } from './plain-text.ts'
import { At, Done, PersonId, PersonRef, PostId, SaidId, SpaceId } from './ref.ts'
import { HideReason } from './said.ts'

const SENTENCE_CHARACTERS_MAX = 500
const APPEAL_CHARACTERS_MAX = 2000
const PHRASE_CHARACTERS_MAX = 80

const Sentence = paragraphs(z.string().trim().max(SENTENCE_CHARACTERS_MAX))
const Phrase = line(z.string().trim().min(2, 'Give at least two characters.').max(PHRASE_CHARACTERS_MAX))
const Words = z.strictObject({ saidId: SaidId })
const Person = z.strictObject({ personId: PersonId })

export const moderation = {
  getModeration: read('spaces', 'get-moderation', {
    summary: 'What you may do about something said: report it, hide it, lock or move its thread.',
    caller: 'person',
    input: Words,
    reply: ModerationStanding,
  }),
  reportWords: write('spaces', 'report-words', {
    summary:
      'Reports something said to the keepers of its space and to the stewards, who read these words with the report and nothing else.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, reason: HideReason, sentence: Sentence.optional() }),
    reply: Done,
  }),
  withdrawReport: write('spaces', 'withdraw-report', {
    summary: 'Takes back a report of yours while nobody has decided on it.',
    caller: 'person',
    input: Words,
    reply: Done,
  }),
  listCases: read('spaces', 'list-cases', {
    summary: 'What keepers have to judge in their spaces, and stewards of all reports.',
    caller: 'person',
    input: z.strictObject({ which: z.enum(['waiting', 'decided']).default('waiting'), ...paged }),
    reply: pageOf(Case),
  }),
  countCases: read('spaces', 'count-cases', {
    summary: 'How many cases wait for you, and how much of your own you have not heard the outcome of.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ isModerator: z.boolean(), waiting: z.number().int(), unheard: z.number().int() }),
  }),
  listOwnCases: read('spaces', 'list-own-cases', {
    summary: 'What came of what you reported, and of words of yours that were hidden. Yours alone.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(OwnCase) }),
  }),
  markCasesHeard: write('spaces', 'mark-cases-heard', {
    summary: 'Notes that you have heard what came of your reports.',
    caller: 'person',
    input: z.strictObject({}),
    reply: Done,
  }),
  hideWords: write('spaces', 'hide-words', {
    summary: 'Hides something said; its author is told the reason and your sentence, all others the reason.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, reason: HideReason, sentence: Sentence.optional() }),
    reply: Done,
  }),
  restoreHidden: write('spaces', 'restore-hidden', {
    summary: 'Puts hidden words back where they stood.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, sentence: Sentence.optional() }),
    reply: Done,
  }),
  letStand: write('spaces', 'let-stand', {
    summary: 'Decides that reported words stay.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, sentence: Sentence.optional() }),
    reply: Done,
  }),
  dismissAppeal: write('spaces', 'dismiss-appeal', {
    summary: 'Decides that words stay hidden although their author asked.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, sentence: Sentence.optional() }),
    reply: Done,
  }),
  reopenCase: write('spaces', 'reopen-case', {
    summary: 'Takes back that words stay, or that they stay hidden: the case waits again.',
    caller: 'person',
    input: Words,
    reply: Done,
  }),
  appeal: write('spaces', 'appeal', {
    summary: 'Asks once that words of yours which were hidden are looked at by somebody else.',
    caller: 'person',
    input: z.strictObject({
      saidId: SaidId,
      body: paragraphs(z.string().trim().min(1, 'Say why.').max(APPEAL_CHARACTERS_MAX)),
    }),
    reply: Done,
  }),
  withdrawAppeal: write('spaces', 'withdraw-appeal', {
    summary: 'Takes your appeal back while nobody has decided on it.',
    caller: 'person',
    input: Words,
    reply: Done,
  }),
  lockThread: write('spaces', 'lock-thread', {
    summary: 'Lets nothing more be said in a thread; reactions stay.',
    caller: 'person',
    input: z.strictObject({
      postId: PostId,
      sentence: Sentence.min(1, 'Say why: it is shown where people would reply.'),
    }),
    reply: Done,
  }),
  unlockThread: write('spaces', 'unlock-thread', {
    summary: 'Lets people reply in a thread again.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
  planMove: read('spaces', 'plan-move', {
    summary: 'Who will read a thread that is moved to another space, and who no longer will.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, spaceId: SpaceId }),
    reply: Move,
  }),
  moveThread: write('spaces', 'move-thread', {
    summary: 'Moves a thread with all in it. Where others come to read it, that has to be said.',
    caller: 'person',
    input: z.strictObject({
      postId: PostId,
      spaceId: SpaceId,
      /** That whoever moves it was told that others come to read it. */
      mayWiden: z.boolean().default(false),
    }),
    reply: Done,
  }),
  getLedger: read('spaces', 'get-ledger', {
    summary:
      'How much was reported, hidden, restored, locked and moved in each whole month of the last year.',
    caller: 'member',
    input: z.strictObject({}),
    reply: z.object({ months: z.array(LedgerMonth) }),
  }),
  listActs: read('spaces', 'list-acts', {
    summary: 'What moderators did: all of it for stewards and administrators, what concerned you for you.',
    caller: 'person',
    input: z.strictObject({ which: z.enum(['all', 'mine']).default('mine'), ...paged }),
    reply: pageOf(ModerationAct),
  }),
  listWatched: read('spaces', 'list-watched', {
    summary: 'The words and phrases that stewards watch for.',
    caller: 'member',
    input: z.strictObject({}),
    reply: z.object({
      items: z.array(z.object({ phrase: z.string(), by: PersonRef.nullable(), at: At })),
    }),
  }),
  watchPhrase: write('spaces', 'watch-phrase', {
    summary: 'From now on whatever is written with these words waits to be looked at. It is not hidden.',
    caller: 'member',
    input: z.strictObject({ phrase: Phrase }),
    reply: Done,
  }),
  unwatchPhrase: write('spaces', 'unwatch-phrase', {
    summary: 'Watches for these words no longer.',
    caller: 'member',
    input: z.strictObject({ phrase: Phrase }),
    reply: Done,
  }),
  listSilenced: read('spaces', 'list-silenced', {
    summary: 'Whom you muted and blocked. Yours alone.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(Silenced) }),
  }),
  mutePerson: write('spaces', 'mute-person', {
    summary: 'Keeps what somebody says out of your home and your notices. They are not told.',
    caller: 'person',
    input: Person,
    reply: Done,
  }),
  unmutePerson: write('spaces', 'unmute-person', {
    summary: 'Lets you hear of somebody again.',
    caller: 'person',
    input: Person,
    reply: Done,
  }),
  blockPerson: write('spaces', 'block-person', {
    summary: 'Neither of you hears of the other, and neither follows the other. They are not told.',
    caller: 'person',
    input: Person,
    reply: Done,
  }),
  unblockPerson: write('spaces', 'unblock-person', {
    summary: 'Takes a block back; who followed whom before follows again.',
    caller: 'person',
    input: Person,
    reply: Done,
  }),
}
