// Routing: a question is put to people who may know, and told why.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { At, PersonId, PersonRef, PostId } from './ref.ts'

export const EXPERTS_MAX = 3
const WHY_CHARACTERS_MAX = 500

/** Somebody who may know, with what they answered of the questions that you may read. */
const Expert = z.object({ person: PersonRef, reason: z.string() })

/** Somebody to whom the question was put. */
export const Asked = z.object({
  person: PersonRef,
  by: PersonRef,
  at: At,
  state: z.enum(['waiting', 'answered', 'passed-on']),
  /** Why they passed it on, in their words; for whoever put it to them and whoever asked it. */
  why: z.string().nullable(),
})
export type Asked = z.output<typeof Asked>

/** To whom a question was put, and whether to you. */
export const Routing = z.object({
  postId: PostId,
  asked: z.array(Asked),
  /** That it waits for you, by whom and why: `because you answered 2 questions like this one`. */
  youWereAsked: z.object({ by: PersonRef, at: At, reason: z.string() }).nullable(),
  may: z.object({ route: z.boolean() }),
})
export type Routing = z.output<typeof Routing>

export const routing = {
  listExperts: read('answers', 'list-experts', {
    summary: 'Three people who may know, each with the reason: the likeliest first, executives last.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: z.object({ items: z.array(Expert).max(EXPERTS_MAX) }),
  }),
  getRouting: read('answers', 'get-routing', {
    summary: 'To whom a question was put, what came of it, and whether it waits for you.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Routing,
  }),
  routeQuestion: write('answers', 'route-question', {
    summary: 'Puts a question to somebody who may know; they are told by whom and why.',
    caller: 'member',
    input: z.strictObject({ postId: PostId, personId: PersonId }),
    reply: Routing,
  }),
  declineRouting: write('answers', 'decline-routing', {
    summary: 'Passes a question that was put to you on to the next one who may know.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, why: z.string().trim().max(WHY_CHARACTERS_MAX).optional() }),
    reply: z.object({ passedTo: PersonRef.nullable() }),
  }),
}
