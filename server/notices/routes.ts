import { notices } from '#contract/notices'
import { on, type Route } from '#platform/gate'
import { countNotices } from './count-notices.ts'
import { getPushKey } from './get-push-key.ts'
import { getSettings } from './get-settings.ts'
import { isThreadMuted } from './is-thread-muted.ts'
import { letInterrupt } from './let-interrupt.ts'
import { listNotices } from './list-notices.ts'
import { markAllRead } from './mark-all-read.ts'
import { markDeadline } from './mark-deadline.ts'
import { markRead } from './mark-read.ts'
import { muteSource } from './mute-source.ts'
import { muteThread } from './mute-thread.ts'
import { noteZone } from './note-zone.ts'
import { saveSettings } from './save-settings.ts'
import { subscribePush } from './subscribe-push.ts'
import { takeBackAllRead } from './take-back-all-read.ts'
import { tellEveryPost } from './tell-every-post.ts'
import { unmuteSource } from './unmute-source.ts'
import { unmuteThread } from './unmute-thread.ts'
import { unsubscribePush } from './unsubscribe-push.ts'

export const noticesRoutes: Route[] = [
  on(notices.listNotices, listNotices),
  on(notices.countNotices, countNotices),
  on(notices.markRead, markRead),
  on(notices.markAllRead, markAllRead),
  on(notices.takeBackAllRead, takeBackAllRead),
  on(notices.isThreadMuted, isThreadMuted),
  on(notices.muteThread, muteThread),
  on(notices.unmuteThread, unmuteThread),
  on(notices.getPushKey, getPushKey),
  on(notices.getSettings, getSettings),
  on(notices.letInterrupt, letInterrupt),
  on(notices.markDeadline, markDeadline),
  on(notices.muteSource, muteSource),
  on(notices.noteZone, noteZone),
  on(notices.saveSettings, saveSettings),
  on(notices.subscribePush, subscribePush),
  on(notices.tellEveryPost, tellEveryPost),
  on(notices.unmuteSource, unmuteSource),
  on(notices.unsubscribePush, unsubscribePush),
]
