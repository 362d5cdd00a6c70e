// Asking without being known. Confidentially: the network knows who asked and tells nobody. Anonymously: nobody can learn
// it; tokens that the network signs without seeing them pay for it, and none of that may come with a session.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { paragraphs } from './plain-text.ts'
import { QuestionTitle } from './question-title.ts'
import { At, Done, PostId, ReplyId, SpaceId } from './ref.ts'

const DETAILS_CHARACTERS_MAX = 20_000
/** How many questions one person may ask so in a week. */
const TOKENS_MAX = 3

/** 256 bytes, as a key of 2048 bits signs them, in base64url. */
const Signed = z.string().regex(/^[\w-]{342}$/, 'This is not what a device makes of a token.')
/** 32 bytes in base64url: random ones, or a digest. */
const Bytes = z.string().regex(/^[\w-]{43}$/, 'This is not what a device makes of a token.')
/** A week of the calendar in UTC, as `2026-W10`. */
const Period = z.string().regex(/^\d{4}-W\d{2}$/, 'This is not a week.')
/** What only the device that asked knows, and the asker who wrote it down. */
const Secret = z
  .string()
  .trim()
  .regex(/^[\w-]{22}$/, 'A code has 22 letters, figures, dashes or underscores.')

/** Something that is posted with the next full hour. */
const Kept = z.object({ postId: PostId, postedAt: At })

export const TokenKey = z.object({
  period: Period,
  /** SubjectPublicKeyInfo in base64url. */
  publicKey: z.string(),
  /** When other tokens are needed. */
  endsAt: At,
  tokensMax: z.number().int(),
  /** So many people have to hold tokens of the week before one can be spent. */
  peopleMin: z.number().int(),
  isEnoughPeople: z.boolean(),
})
export type TokenKey = z.output<typeof TokenKey>

/** What is asked without a name: no files, and nobody beside the space. */
const unsigned = {
  spaceId: SpaceId,
  title: QuestionTitle,
  body: paragraphs(
    z
      .string()
      .trim()
      .max(DETAILS_CHARACTERS_MAX, 'The details have at most {maximum} characters. Shorten them.'),
  ).default(''),
}

/** What is added to it later. */
const added = {
  postId: PostId,
  body: paragraphs(
    z
      .string()
      .trim()
      .min(1, 'Say something first.')
      .max(DETAILS_CHARACTERS_MAX, 'This has at most {maximum} characters. Shorten it.'),
  ),
}

export const secrecy = {
  askConfidentially: write('answers', 'ask-confidentially', {
    summary:
      'Asks a space without telling anybody who asked, administrators included. At least five people of the house have to read the space.',
    limit: 'words',
    caller: 'member',
    input: z.strictObject(unsigned),
    reply: z.object({ postId: PostId }),
  }),
  followUpConfidentially: write('answers', 'follow-up-confidentially', {
    summary: 'Adds to a confidential question as whoever asked it, without telling who that is.',
    limit: 'words',
    caller: 'member',
    input: z.strictObject(added),
    reply: z.object({ replyId: ReplyId }),
  }),
  getTokenKey: read('answers', 'get-token-key', {
    summary:
      'By which key tokens are signed this week, the same for everybody; asked for without a session, so that nobody can be given one of their own.',
    caller: 'anyone',
    isTraceless: true,
    input: z.strictObject({}),
    reply: TokenKey,
  }),
  issueTokens: write('answers', 'issue-tokens', {
    summary:
      'Signs tokens that the network cannot see (RFC 9474), as many as are left of a few for each person and week; it keeps how many, and nothing of them.',
    caller: 'member',
    isTraceless: true,
    input: z.strictObject({ period: Period, blinded: z.array(Signed).min(1).max(TOKENS_MAX) }),
    reply: z.object({ signatures: z.array(Signed) }),
  }),
  askAnonymously: write('answers', 'ask-anonymously', {
    summary:
      'Asks an open space with a token instead of a name. Refused with a session. It is posted with the next full hour; the same again is answered the same.',
    caller: 'anyone',
    isTraceless: true,
    input: z.strictObject({
      nonce: Bytes.describe('What was signed of the token.'),
      signature: Signed,
      ...unsigned,
      secretHash: Bytes.describe('SHA-256 of the secret by which the asker is known again.'),
    }),
    reply: Kept,
  }),
  followUpAnonymously: write('answers', 'follow-up-anonymously', {
    summary:
      'Adds to an anonymous question as whoever asked it, with the secret instead of a name. Refused with a session. It is posted with the next full hour.',
    caller: 'anyone',
    isTraceless: true,
    input: z.strictObject({
      ...added,
      secret: Secret,
    }),
    reply: Kept,
  }),
  acceptAnonymously: write('answers', 'accept-anonymously', {
    summary:
      'Takes a reply for the answer, as whoever asked anonymously. Refused with a session. It is done with the next full hour.',
    caller: 'anyone',
    isTraceless: true,
    input: z.strictObject({ postId: PostId, secret: Secret, replyId: ReplyId }),
    reply: Done,
  }),
}
