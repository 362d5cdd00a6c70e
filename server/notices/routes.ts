import { notices } from '#contract/notices'
import { on, type Route } from '#platform/gate'
import { countNotices } from './count-notices.ts'
import { isThreadMuted } from './is-thread-muted.ts'
import { listNotices } from './list-notices.ts'
import { markAllRead } from './mark-all-read.ts'
import { markRead } from './mark-read.ts'
import { muteThread } from './mute-thread.ts'
import { takeBackAllRead } from './take-back-all-read.ts'
import { unmuteThread } from './unmute-thread.ts'

export const noticesRoutes: Route[] = [
  on(notices.listNotices, listNotices),
  on(notices.countNotices, countNotices),
  on(notices.markRead, markRead),
  on(notices.markAllRead, markAllRead),
  on(notices.takeBackAllRead, takeBackAllRead),
  on(notices.isThreadMuted, isThreadMuted),
  on(notices.muteThread, muteThread),
  on(notices.unmuteThread, unmuteThread),
]
