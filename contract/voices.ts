// Whom you heard: seen by you alone.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { Done, SaidId } from './ref.ts'

export const HeardBand = z.object({
  band: z.enum(['your-reports', 'two-steps', 'three-or-more', 'elsewhere']),
  /** Your reading: how many different posts and replies of this band you really read. */
  readCount: z.number().int(),
  /** 0 to 1, of all you read. */
  readShare: z.number(),
  /** 0 to 1, of all people in the network but you. */
  networkShare: z.number(),
})
export type HeardBand = z.output<typeof HeardBand>

export const voices = {
  recordReading: write('voices', 'record-reading', {
    summary: 'Notes, for you alone, that you really read something.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, seconds: z.number().min(0).max(3600) }),
    reply: Done,
  }),
  whoYouHeard: read('voices', 'who-you-heard', {
    summary:
      'Of what you read in the last days, how much came from how far, against the make-up of the network.',
    caller: 'member',
    input: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) }),
    reply: z.object({
      days: z.number().int(),
      readTotal: z.number().int(),
      voiceTotal: z.number().int().describe('How many different people you read.'),
      sentence: z.string(),
      bands: z.array(HeardBand),
    }),
  }),
}
