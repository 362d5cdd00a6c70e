// Every setting of Foyer, read once from the environment and checked; README.md has the same table.
import { resolve } from 'node:path'

export type Settings = {
  dataFolder: string
  /** How much one file may hold, and all together, in bytes; undefined sets no bound for all. */
  fileBytesMax: number
  filesBytesMax: number | undefined
  /** What an archive may have that comes in through the browser. */
  importBytesMax: number
  host: string
  port: number
  /** Undefined means the embedded PostgreSQL under `dataFolder`. */
  databaseUrl: string | undefined
  databaseConnections: number
  /** The address people use, without a slash at the end. */
  baseUrl: string
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** SMTP as a URL; undefined prints mails to the log. */
  mailUrl: string | undefined
  mailFrom: string
  /** Where replies and posts by mail come in, such as `talk.example.org`; undefined leaves it to administrators. */
  mailDomain: string | undefined
  /** The port of the SMTP listener; undefined opens none. */
  mailListenPort: number | undefined
  /** A mailbox that is emptied by IMAP. */
  imapUrl: string | undefined
  /** The host whose `Authentication-Results` are believed: the one that hands mail on to us. */
  mailTrustedHost: string | undefined
  /** Whose letters the mailbox page shows to an administrator where none are sent: their own, or all. */
  mailboxShows: 'own' | 'all'
  /** Believe `X-Forwarded-For` and `X-Forwarded-Proto` of a proxy in front. */
  isBehindProxy: boolean
  requestsPerMinutePerson: number
  requestsPerMinuteAddress: number
  /** How much one person may post, reply and change; each process counts for itself. */
  wordsPerMinute: number
  wordsPerHour: number
  wordsPerDay: number
  /** Whether pages that words link to are asked what they are about. */
  showsLinkPreviews: boolean
  /** Hosts of the house, with a port where it is not the usual one, that may be asked though they are not public. */
  linkPreviewHosts: ReadonlySet<string>
  /** Lets others than this machine read `/metrics`, as a bearer token. */
  metricsToken: string | undefined
  /** The browser page's built files. */
  pageFolder: string
  /** The words of the sample company. */
  sampleFolder: string
}

/** A setting that cannot be used; its message is a sentence that names it and says what to write. */
export class WrongSetting extends Error {
  override name = 'WrongSetting'
}

type Environment = Readonly<Record<string, string | undefined>>

const FILE_BOUNDS = { min: 1, max: Number.MAX_SAFE_INTEGER }
const RATE_BOUNDS = { min: 1, max: 10_000_000 }
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

/**
 * Reads all settings.
 * @param environment usually `process.env`
 * @param folder what relative folders are relative to
 * @throws WrongSetting with a sentence, for the first setting that cannot be used
 */
export function readSettings(environment: Environment, folder: string): Settings {
  const port = wholeNumber(environment, 'PORT', { fallback: 3000, min: 0, max: 65535 })
  const host = text(environment, 'HOST') ?? '127.0.0.1'
  return {
    dataFolder: resolve(folder, text(environment, 'FOYER_DATA') ?? 'data'),
    fileBytesMax: wholeNumber(environment, 'FILE_BYTES_MAX', { fallback: 50_000_000, ...FILE_BOUNDS }),
    filesBytesMax:
      text(environment, 'FILES_BYTES_MAX') === undefined
        ? undefined
        : wholeNumber(environment, 'FILES_BYTES_MAX', { fallback: 0, ...FILE_BOUNDS }),
    importBytesMax: wholeNumber(environment, 'IMPORT_BYTES_MAX', {
      fallback: 20_000_000_000,
      ...FILE_BOUNDS,
    }),
    host,
    port,
    databaseUrl: urlOf(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseConnections: wholeNumber(environment, 'DATABASE_CONNECTIONS', { fallback: 10, min: 2, max: 200 }),
    baseUrl: (urlOf(environment, 'BASE_URL', ['http:', 'https:']) ?? `http://localhost:${port}`).replace(
      /\/+$/,
      '',
    ),
    logLevel: oneOf(environment, 'LOG_LEVEL', { allowed: LOG_LEVELS, fallback: 'info' }),
    mailUrl: urlOf(environment, 'MAIL_URL', ['smtp:', 'smtps:']),
    mailFrom: text(environment, 'MAIL_FROM') ?? 'Foyer <foyer@localhost>',
    ...mailSettings(environment),
    isBehindProxy: oneOf(environment, 'TRUST_PROXY', { allowed: ['yes', 'no'], fallback: 'no' }) === 'yes',
    requestsPerMinutePerson: wholeNumber(environment, 'RATE_PER_PERSON', {
      fallback: 600,
      min: 1,
      max: 10_000_000,
    }),
    requestsPerMinuteAddress: wholeNumber(environment, 'RATE_PER_ADDRESS', {
      fallback: 1200,
      min: 1,
      max: 10_000_000,
    }),
    wordsPerMinute: wholeNumber(environment, 'WORDS_PER_MINUTE', { fallback: 30, ...RATE_BOUNDS }),
    wordsPerHour: wholeNumber(environment, 'WORDS_PER_HOUR', { fallback: 300, ...RATE_BOUNDS }),
    wordsPerDay: wholeNumber(environment, 'WORDS_PER_DAY', { fallback: 1500, ...RATE_BOUNDS }),
    showsLinkPreviews:
      oneOf(environment, 'LINK_PREVIEWS', { allowed: ['on', 'off'], fallback: 'on' }) === 'on',
    linkPreviewHosts: hostsOf(environment, 'LINK_PREVIEW_HOSTS'),
    metricsToken: text(environment, 'METRICS_TOKEN'),
    pageFolder: resolve(folder, 'dist/web'),
    sampleFolder: resolve(folder, 'sample'),
  }
}

function mailSettings(environment: Environment) {
  const port = wholeNumber(environment, 'MAIL_LISTEN_PORT', { fallback: 0, min: 0, max: 65535 })
  return {
    mailDomain: text(environment, 'MAIL_DOMAIN')?.toLowerCase(),
    mailListenPort: port === 0 ? undefined : port,
    imapUrl: urlOf(environment, 'IMAP_URL', ['imap:', 'imaps:']),
    mailTrustedHost: text(environment, 'MAIL_TRUSTED_HOST')?.toLowerCase(),
    mailboxShows: oneOf(environment, 'MAILBOX_SHOWS', { allowed: ['own', 'all'], fallback: 'own' }),
  } as const
}

function text(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim()
  return value === undefined || value === '' ? undefined : value
}

function wholeNumber(
  environment: Environment,
  name: string,
  { fallback, min, max }: { fallback: number; min: number; max: number },
): number {
  const value = text(environment, name)
  if (value === undefined) return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number < min || number > max) {
    throw new WrongSetting(`${name} is "${value}". Give a whole number from ${min} to ${max}.`)
  }
  return number
}

function oneOf<T extends string>(
  environment: Environment,
  name: string,
  { allowed, fallback }: { allowed: readonly T[]; fallback: T },
): T {
  const value = text(environment, name)
  if (value === undefined) return fallback
  const found = allowed.find((word) => word === value)
  if (found === undefined)
    throw new WrongSetting(`${name} is "${value}". Give one of: ${allowed.join(', ')}.`)
  return found
}

/** Hosts between commas, as the address of a page has them. */
function hostsOf(environment: Environment, name: string): ReadonlySet<string> {
  const hosts = (text(environment, name) ?? '').split(',').map((host) => host.trim())
  return new Set(
    hosts
      .filter((host) => host !== '')
      .map((host) => {
        const url = URL.parse(`http://${host}`)
        if (url === null || url.href !== `http://${url.host}/`) {
          throw new WrongSetting(
            `${name} has "${host}". Give hosts between commas, such as wiki.example.org.`,
          )
        }
        return url.host
      }),
  )
}

function urlOf(environment: Environment, name: string, protocols: string[]): string | undefined {
  const value = text(environment, name)
  if (value === undefined) return undefined
  const url = URL.parse(value)
  if (url === null || !protocols.includes(url.protocol)) {
    // The value may hold a password, so the sentence does not repeat it.
    throw new WrongSetting(`${name} is not an address that starts with ${protocols.join('// or ')}//.`)
  }
  return value
}
