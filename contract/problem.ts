// How every refusal looks on the wire: RFC 9457 problem details with a stable code and a sentence for people.
import { z } from 'zod'

export const RefusalKind = z.enum([
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid',
  'conflict',
  'too-many',
  'too-large',
])
export type RefusalKind = z.output<typeof RefusalKind>

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** A stable word for programs, such as `post-is-locked`. */
    code: z.string(),
    /** What happened and what to do, for people. */
    detail: z.string(),
    requestId: z.string(),
    /** For invalid input: which fields, each with a sentence. */
    fields: z.array(z.object({ path: z.string(), sentence: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof Problem>
