import type { FileStore } from '#outside/files'
import type { Db } from '#platform/db'
import type { News } from '#platform/journal'
import type { Limits } from '#platform/rate-limits'
import type { MailAct } from './mail-act.ts'
import type { TakeForward } from './mail-forward.ts'
import type { MailSettings } from './ways.ts'

/** What receiving needs of the house around it. */
export type Letterbox = {
  db: Db
  settings: MailSettings
  files: FileStore
  /** What mail may do beside replies and posts: each room's part. */
  acts: readonly MailAct[]
  takeForward: TakeForward
  limits: Pick<Limits, 'takeWords' | 'takeForAddress'>
  tell: (db: Db, news: News) => Promise<void>
  /** Called after each mail that became something. */
  onCommit: () => void
  now: () => Temporal.Instant
}
