import { announcements } from '#contract/announcements'
import { on, type Route } from '#platform/gate'
import { endAnnouncement } from './end-announcement.ts'
import { getReach } from './get-reach.ts'
import { listAnnouncements } from './list-announcements.ts'

export const announcementsRoutes: Route[] = [
  on(announcements.listAnnouncements, listAnnouncements),
  on(announcements.endAnnouncement, endAnnouncement),
  on(announcements.getReach, getReach),
]
