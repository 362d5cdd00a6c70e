// Cross-posting: a thread stands in the list of another space too, as a reference. It is never a copy, and who may see
// it is told by its own space alone.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { At, Done, PersonRef, PostId, SpaceId, SpaceRef } from './ref.ts'

const Share = z.object({
  space: SpaceRef,
  by: PersonRef,
  at: At,
  /** For whoever shared it, the author of the post, and keepers of that space. */
  mayRemove: z.boolean(),
})
export type Share = z.output<typeof Share>

export const sharing = {
  sharePost: write('spaces', 'share-post', {
    summary: 'Lets a thread stand in another space too, for those there who may see it in its own.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, spaceId: SpaceId }),
    reply: Done,
  }),
  unsharePost: write('spaces', 'unshare-post', {
    summary: 'Takes the reference to a thread out of a space.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, spaceId: SpaceId }),
    reply: Done,
  }),
  listShares: read('spaces', 'list-shares', {
    summary: 'In which other spaces a thread stands, as far as you may see those.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: z.object({ items: z.array(Share) }),
  }),
}
