import { scheduled } from '#contract/scheduled'
import { on, type Route } from '#platform/gate'
import { changeScheduled } from './change-scheduled.ts'
import { deleteScheduled } from './delete-scheduled.ts'
import { listScheduled } from './list-scheduled.ts'
import { postScheduled } from './post-scheduled.ts'
import { schedulePost } from './schedule-post.ts'

export const scheduledRoutes: Route[] = [
  on(scheduled.schedulePost, schedulePost),
  on(scheduled.listScheduled, listScheduled),
  on(scheduled.changeScheduled, changeScheduled),
  on(scheduled.postScheduled, postScheduled),
  on(scheduled.deleteScheduled, deleteScheduled),
]
