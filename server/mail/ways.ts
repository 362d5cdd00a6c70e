// By which ways letters leave and come in: the environment first, then what administrators set.
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Settings } from '#platform/settings'
import { findNetwork } from '#rooms/people'

/** The settings of this room in the environment. */
export type MailSettings = Pick<
  Settings,
  'baseUrl' | 'mailUrl' | 'mailFrom' | 'mailDomain' | 'mailListenPort' | 'imapUrl'
>

/**
 * The domain at which mail comes in; undefined where none can come in, so that no letter promises that it can be
 * answered. Nobody's mail comes into the sample company.
 */
export async function findDomain(db: Db, settings: MailSettings): Promise<string | undefined> {
  if (settings.mailListenPort === undefined && settings.imapUrl === undefined) return undefined
  if ((await findNetwork(db))?.isSample) return undefined
  if (settings.mailDomain !== undefined) return settings.mailDomain
  const found = await sql<{ domain: string | null }>`select domain from mail.settings`.execute(db)
  return found.rows[0]?.domain ?? undefined
}
