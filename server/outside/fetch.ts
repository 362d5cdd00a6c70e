// The door to pages of the web, for previews of links. Somebody else chooses the address, so it is held to the web's own
// ports and to the open network, at every redirect anew; and the address that was checked is the one connected to.
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPublicAddress } from './public-address.ts'

/** A page as it came, cut where it is longer than is read. */
export type FetchedPage = { contentType: string; bytes: Uint8Array }

/** Fetches a page. Undefined when it may not be fetched, did not come, or is none: the world owes us no page. */
export type FetchPage = (address: string) => Promise<FetchedPage | undefined>

/** All addresses of a host, in the order in which they are to be tried. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** The settings that concern it. */
type Wanted = { showsLinkPreviews: boolean; linkPreviewHosts: ReadonlySet<string>; baseUrl: string }

const MS_MAX = 5000
const BYTES_MAX = 512 * 1024
const REDIRECTS_MAX = 3
const HEADER_BYTES_MAX = 16 * 1024
const PORTS = new Set(['', '80', '443'])
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const HTML = /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i

const HEADERS = {
  accept: 'text/html,application/xhtml+xml',
  'accept-encoding': 'gzip, br',
  'user-agent': 'Foyer (link preview)',
}

/** Opens the way out to pages. */
export function openFetch(wanted: Wanted, resolve: Resolve = resolveByName): FetchPage {
  if (!wanted.showsLinkPreviews) return async () => undefined
  const rules = {
    insideHosts: wanted.linkPreviewHosts,
    // Our own pages tell nothing to whoever is not signed in.
    ownHost: new URL(wanted.baseUrl).host,
    resolve,
  }
  // Whatever goes wrong out there is told by the page that is missing. It is no fault of ours and nobody can mend it, so
  // it is not logged either: a house without a line to the world would hear of nothing else.
  return (address) =>
    fetchFollowing(address, { rules, signal: AbortSignal.timeout(MS_MAX) }).catch(() => undefined)
}

type Rules = { insideHosts: ReadonlySet<string>; ownHost: string; resolve: Resolve }
type Walk = { rules: Rules; signal: AbortSignal }

async function fetchFollowing(address: string, walk: Walk): Promise<FetchedPage | undefined> {
  let url = URL.parse(address)
  for (let step = 0; step <= REDIRECTS_MAX && url !== null; step += 1) {
    const connectTo = await addressFor(url, walk.rules)
    if (connectTo === undefined) return undefined
    const response = await ask(url, connectTo, walk.signal)
    if (!REDIRECTS.has(response.statusCode ?? 0)) return readPage(response)
    response.destroy()
    url = URL.parse(response.headers.location ?? '', url)
  }
  return undefined
}

/** The one address to connect to for a URL; undefined when it may not be fetched. */
async function addressFor(url: URL, { insideHosts, ownHost, resolve }: Rules): Promise<string | undefined> {
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    return undefined
  if (url.host === ownHost) return undefined
  const isInside = insideHosts.has(url.host)
  if (!isInside && !PORTS.has(url.port)) return undefined
  // The URL's parser has brought every way of writing an address, octal and hexadecimal ones too, into one form.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) === 0 ? await resolve(host) : [host]
  // A name with one foot inside is a trap, whichever of its addresses comes first.
  if (!isInside && !found.every(isPublicAddress)) return undefined
  return found.find((each) => isIP(each) === 4) ?? found[0]
}

async function resolveByName(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, order: 'verbatim' })
  return found.map(({ address }) => address)
}

/** A connection of its own to the address that was checked; the name only says whose page is meant. */
function ask(url: URL, connectTo: string, signal: AbortSignal): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:'
  const options = {
    host: connectTo,
    port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    headers: { ...HEADERS, host: url.host },
    agent: false as const,
    maxHeaderSize: HEADER_BYTES_MAX,
    signal,
  }
  return new Promise((resolve, reject) => {
    const asked = isSecure
      ? requestSecure({ ...options, ...(isIP(url.hostname) === 0 && { servername: url.hostname }) })
      : requestPlain(options)
    asked.once('response', resolve)
    asked.once('error', reject)
    asked.end()
  })
}

async function readPage(response: IncomingMessage): Promise<FetchedPage | undefined> {
  const contentType = response.headers['content-type'] ?? ''
  const plain = response.statusCode === 200 && HTML.test(contentType) ? unpacked(response) : undefined
  if (plain === undefined) {
    response.destroy()
    return undefined
  }
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop ends the stream, and with it the connection.
  for await (const chunk of plain as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    bytes += chunk.byteLength
    if (bytes >= BYTES_MAX) break
  }
  return { contentType, bytes: Buffer.concat(chunks).subarray(0, BYTES_MAX) }
}

/** The page itself, of which no more is unpacked than is read; undefined when it is packed in a way we do not know. */
function unpacked(response: IncomingMessage): Readable | undefined {
  const packing = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (packing === 'identity') return response
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    br: createBrotliDecompress,
    deflate: createInflate,
  }[packing]
  // What breaks on the way ends the stream that is read, which tells of it.
  return unpack && pipeline(response, unpack(), () => {})
}
