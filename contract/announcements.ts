// Announcements: posts that stand on top of their space and of home until one has seen them, for two weeks at the most.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { Done, PostId, SpaceId } from './ref.ts'
import { PostCard } from './said.ts'

export const announcements = {
  listAnnouncements: read('spaces', 'list-announcements', {
    summary:
      'What was announced and you have not seen: in a space, or at home the newest of each space you are in or follow.',
    caller: 'person',
    input: z.strictObject({ spaceId: SpaceId.optional() }),
    reply: z.object({ items: z.array(PostCard) }),
  }),
  endAnnouncement: write('spaces', 'end-announcement', {
    summary:
      'Lets an announcement be a post like any other; for its author, keepers of the space and stewards.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
  getReach: read('spaces', 'get-reach', {
    summary:
      'How many members have seen an announcement, for its author and stewards. Who did is told to nobody, and small numbers are not told either.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: z.object({
      /** Null below five. Where all but fewer than five have seen it, that bound stands here. */
      seen: z.number().int().nullable(),
      isAtLeast: z.boolean(),
      /** Of how many members, its author aside. */
      of: z.number().int(),
    }),
  }),
}
