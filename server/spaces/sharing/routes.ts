import { sharing } from '#contract/sharing'
import { on, type Route } from '#platform/gate'
import { listShares } from './list-shares.ts'
import { sharePost } from './share-post.ts'
import { unsharePost } from './unshare-post.ts'

export const sharingRoutes: Route[] = [
  on(sharing.sharePost, sharePost),
  on(sharing.unsharePost, unsharePost),
  on(sharing.listShares, listShares),
]
