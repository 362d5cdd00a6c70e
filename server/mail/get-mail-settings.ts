import type { MailSettings as Shown } from '#contract/mail'
import type { Ctx } from '#platform/ctx'
import { findNetwork } from '#rooms/people'
import { findSavedWay, type MailSettings, type SavedWay } from './ways.ts'

/** How letters leave and come in, without the password. */
export async function getMailSettings(settings: MailSettings, { db }: Pick<Ctx, 'db'>): Promise<Shown> {
  const saved = await findSavedWay(db)
  const isFixed = settings.mailUrl !== undefined
  const server = settings.mailUrl === undefined ? serverOf(saved) : serverOfUrl(settings.mailUrl)
  return {
    saidBy: isFixed ? 'environment' : server === null ? 'nobody' : 'administrators',
    isSample: (await findNetwork(db))?.isSample ?? false,
    server,
    sender: isFixed ? settings.mailFrom : (saved?.sender ?? settings.mailFrom),
    domain: settings.mailDomain ?? saved?.domain ?? null,
    isDomainFixed: settings.mailDomain !== undefined,
    listenPort: settings.mailListenPort ?? null,
    readsMailbox: settings.imapUrl !== undefined,
  }
}

function serverOf(saved: SavedWay | undefined): Shown['server'] {
  if (saved === undefined || saved.host === null) return null
  const { host, port, security, userName, password } = saved
  return { host, port, security, userName, hasPassword: password !== null }
}

function serverOfUrl(url: string): Shown['server'] {
  const { hostname, port, protocol, username, password } = new URL(url)
  return {
    host: hostname,
    port: port === '' ? null : Number(port),
    security: protocol === 'smtps:' ? 'tls' : 'starttls',
    userName: username === '' ? null : decodeURIComponent(username),
    hasPassword: password !== '',
  }
}
