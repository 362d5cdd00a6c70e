// The door to mail out: one mail by one way, and a sentence for whatever goes wrong on it.
import { createTransport, type Transporter } from 'nodemailer'
import type { Log } from '#platform/log'
import { type Sentence, say, sentence } from '#platform/say'

/** By which server mail leaves, and as whom. */
export type Way = { sender: string } & (
  | { url: string }
  | {
      host: string
      port: number
      security: 'tls' | 'starttls' | 'none'
      userName: string | undefined
      password: string | undefined
    }
)

export type Mail = {
  to: string
  subject: string
  text: string
  html?: string | undefined
  replyTo?: string | undefined
  messageId?: string | undefined
  /** The mail that this one answers, and so belongs to. */
  inReplyTo?: string | undefined
  headers?: Readonly<Record<string, string>> | undefined
}

/**
 * Sends a mail by the way that is found for it, or keeps it in the log where there is none.
 * @throws Undelivered within a minute, when it did not go out
 */
export type SendMail = (mail: Mail, findWay: () => Promise<Way | undefined>) => Promise<void>

/** Why a mail did not go out. */
export class Undelivered extends Error {
  override name = 'Undelivered'
  /** For administrators. */
  readonly sentence: Sentence
  /** Whether it is of no use to try again. */
  readonly isForGood: boolean

  constructor(sentence: Sentence, more: { isForGood: boolean }) {
    super(say('en', sentence))
    this.sentence = sentence
    this.isForGood = more.isForGood
  }
}

const WAIT_MS = 10_000
const WHOLE_MS = 45_000
const ANSWER_CHARACTERS_MAX = 160

/** Opens the way out for mail. Without a server, mails are printed to the log, links included. */
export function openMail(log: Log): SendMail {
  let open: { key: string; transport: Transporter } | undefined
  return async (mail, findWay) => {
    const way = await findWay()
    if (way === undefined) {
      const { to, subject, text } = mail
      log.info({ to, subject, text }, 'mail (no mail server is set, so it stays here)')
      return
    }
    const key = JSON.stringify(way)
    if (open?.key !== key) open = { key, transport: transportOf(way) }
    await withinTime(open.transport.sendMail({ from: way.sender, ...mailOf(mail) }))
  }
}

function transportOf(way: Way): Transporter {
  const bounds = {
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    dnsTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    // A letter's words must never name a file or an address to be read by this machine.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  if ('url' in way) return createTransport({ url: way.url, ...bounds })
  const { host, port, security, userName, password } = way
  const auth = userName === undefined ? {} : { auth: { user: userName, pass: password ?? '' } }
  const tls = { secure: security === 'tls', requireTLS: security === 'starttls' }
  return createTransport({ host, port, ...tls, ...auth, ...bounds })
}

function mailOf({ inReplyTo, ...mail }: Mail) {
  const threaded = inReplyTo === undefined ? {} : { inReplyTo, references: inReplyTo }
  return { ...mail, ...threaded, headers: { ...mail.headers } }
}

async function withinTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Undelivered(sentence('The mail server took too long.'), { isForGood: false })),
      WHOLE_MS,
    )
  })
  try {
    await Promise.race([sending, late])
  } catch (error) {
    throw error instanceof Undelivered ? error : undelivered(error)
  } finally {
    clearTimeout(timer)
  }
}

type Trouble = { code?: string; responseCode?: number; response?: string; message?: string; cause?: unknown }

const UNREACHED: Record<string, Sentence> = {
  ECONNREFUSED: sentence('The mail server refused the connection. Check its name and port.'),
  ENOTFOUND: sentence('There is no mail server of that name. Check the name.'),
  EDNS: sentence('The name of the mail server could not be looked up. Check the name.'),
  EHOSTUNREACH: sentence('The mail server cannot be reached from here.'),
  ENETUNREACH: sentence('The mail server cannot be reached from here.'),
  ETIMEDOUT: sentence(
    'The mail server did not answer in time. Check its name, its port and how the connection is secured.',
  ),
  ECONNRESET: sentence('The mail server broke off the connection. Check how the connection is secured.'),
  ECONNECTION: sentence('The mail server broke off the connection.'),
}

/** What a failure of sending comes to, as a sentence for administrators. It never holds the password. */
function undelivered(error: unknown): Undelivered {
  const trouble = error as Trouble
  const causes = codesOf(trouble)
  const isForGood = trouble.code !== 'EAUTH' && (trouble.responseCode ?? 0) >= 500
  return new Undelivered(sentenceFor(trouble, causes), { isForGood })
}

function sentenceFor(trouble: Trouble, causes: readonly string[]): Sentence {
  if (trouble.code === 'EAUTH' || trouble.code === 'ENOAUTH')
    return sentence('The mail server did not accept the user and password.')
  const certificate = certificateTrouble(`${causes.join(' ')} ${trouble.message ?? ''}`)
  if (certificate !== undefined) return certificate
  if (trouble.code === 'ETLS')
    return sentence(
      'The mail server offers no secure connection by STARTTLS. Choose another way to secure it.',
    )
  const unreached = causes.map((code) => UNREACHED[code]).find((known) => known !== undefined)
  if (unreached !== undefined) return unreached
  if (trouble.responseCode !== undefined) {
    const said = (trouble.response ?? '').replace(/\s+/g, ' ').slice(0, ANSWER_CHARACTERS_MAX).toWellFormed()
    return sentence('The mail server refused the mail: {said}', { said })
  }
  return sentence('The mail did not go out, and the mail server did not say why.')
}

/** A failure wraps what caused it, and a connection tried at several addresses has several causes. */
function codesOf(trouble: Trouble): string[] {
  const inner = [trouble.cause, ...((trouble as { errors?: unknown[] }).errors ?? [])]
  const deeper = inner.flatMap((each) => (typeof each === 'object' && each !== null ? codesOf(each) : []))
  const words = /\b(E[A-Z]{4,})\b/.exec(trouble.message ?? '')?.[1]
  return [
    ...deeper,
    ...(words === undefined ? [] : [words]),
    ...(trouble.code === undefined ? [] : [trouble.code]),
  ]
}

function certificateTrouble(told: string): Sentence | undefined {
  if (/wrong version number|WRONG_VERSION|packet length too long|EPROTO/i.test(told))
    return sentence('The mail server does not speak TLS at this port. Choose STARTTLS, or another port.')
  if (/CERT_HAS_EXPIRED|certificate has expired/i.test(told))
    return sentence('The certificate of the mail server has expired.')
  if (/ALTNAME|does not match certificate/i.test(told))
    return sentence('The certificate of the mail server is for another name.')
  if (/SELF_SIGNED|self.signed|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|certificate/i.test(told))
    return sentence('The certificate of the mail server is not signed by anybody this machine trusts.')
  return undefined
}
