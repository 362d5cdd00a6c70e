// By which ways letters leave and come in: the environment first, then what administrators set.
import { sql } from 'kysely'
import type { Way } from '#outside/mail'
import type { Db } from '#platform/db'
import type { Settings } from '#platform/settings'
import { findNetwork } from '#rooms/people'

/** The settings of this room in the environment. */
export type MailSettings = Pick<
  Settings,
  | 'baseUrl'
  | 'mailUrl'
  | 'mailFrom'
  | 'mailDomain'
  | 'mailListenPort'
  | 'imapUrl'
  | 'mailTrustedHost'
  | 'mailboxShows'
>

/** What administrators set. */
export type SavedWay = {
  host: string | null
  port: number
  security: 'tls' | 'starttls' | 'none'
  userName: string | null
  password: string | null
  sender: string
  domain: string | null
}

export async function findSavedWay(db: Db): Promise<SavedWay | undefined> {
  const found = await sql<SavedWay>`
    select host, port, security, user_name as "userName", password, sender, domain from mail.settings`.execute(
    db,
  )
  return found.rows[0]
}

/** By which server letters leave; undefined where they stay here. From the sample company none leave. */
export async function findWay(db: Db, settings: MailSettings): Promise<Way | undefined> {
  if ((await findNetwork(db))?.isSample) return undefined
  if (settings.mailUrl !== undefined) return { url: settings.mailUrl, sender: settings.mailFrom }
  const saved = await findSavedWay(db)
  if (saved === undefined || saved.host === null) return undefined
  const { host, port, security, sender } = saved
  return {
    host,
    port,
    security,
    sender,
    userName: saved.userName ?? undefined,
    password: saved.password ?? undefined,
  }
}

/**
 * The domain at which mail comes in; undefined where none can come in, so that no letter promises that it can be
 * answered. Nobody's mail comes into the sample company.
 */
export async function findDomain(db: Db, settings: MailSettings): Promise<string | undefined> {
  if (settings.mailListenPort === undefined && settings.imapUrl === undefined) return undefined
  if ((await findNetwork(db))?.isSample) return undefined
  return settings.mailDomain ?? (await findSavedWay(db))?.domain ?? undefined
}
