// Previews of links: what a page tells of itself, shown under words that link to it.
import { z } from 'zod'
import { write } from './endpoint.ts'
import { Done, SaidId } from './ref.ts'

const URL_CHARACTERS_MAX = 2000

export const LinkPreview = z
  .object({
    url: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    /** What the site calls itself; where it does not, its host tells it. */
    siteName: z.string().nullable(),
  })
  .meta({ id: 'LinkPreview' })
export type LinkPreview = z.output<typeof LinkPreview>

const OfWords = z.strictObject({ saidId: SaidId, url: z.string().max(URL_CHARACTERS_MAX) })

export const previews = {
  removePreview: write('spaces', 'remove-preview', {
    summary: 'Takes the preview of a link off what you said, for everybody.',
    caller: 'person',
    input: OfWords,
    reply: Done,
  }),
  restorePreview: write('spaces', 'restore-preview', {
    summary: 'Lets the preview of a link come back that you took off.',
    caller: 'person',
    input: OfWords,
    reply: Done,
  }),
}
