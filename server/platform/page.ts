// Serves the built page out of memory: its files are few and small, and compressed once.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Context, Hono } from 'hono'
import { Language } from '#contract/language'
import { openEarlyDocuments } from './early-documents.ts'
import type { GateEnv } from './gate.ts'
import { languageAsked } from './language.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest'])
/** The build compresses its files as far as that goes, and puts the outcome beside each. */
const COMPRESSED = '.br'
/** Quick enough while somebody waits. */
const QUICK_QUALITY = 5
const compress = promisify(brotliCompress)

type PageFile = {
  bytes: Buffer
  brotli: Buffer | undefined
  type: string
  isImmutable: boolean
  isCompressible: boolean
}

/** The document of a language: the same for every screen, but for what each needs early. */
type PageDocument = { file: PageFile; withEarlyParts: ReturnType<typeof openEarlyDocuments> }

/**
 * Adds the page: its files by name, and for every other address its one HTML document, so that each screen can be
 * reloaded and shared. The document comes in the language that is asked for, and in English where the page is not built
 * in that one. Without a build there is only a sentence that says how to make one.
 */
export function addPage(app: Hono<GateEnv>, folder: string): void {
  const { files, documents } = readPage(folder)
  app.get('*', async (context) => {
    const url = new URL(context.req.url)
    // An address of the API or of a file that leads nowhere is no screen: it must not be answered with a page.
    if (/^\/(api|files)\//.test(url.pathname)) return context.notFound()
    const file = files.get(url.pathname)
    if (file !== undefined) return send(context, file)
    // A part of an earlier build: a page that still asks for it must learn that it is gone.
    if (url.pathname.startsWith('/assets/')) return context.notFound()
    const { headers } = context.req.raw
    const language = languageNamed(url) ?? languageAsked(headers)
    const document = documents.get(language) ?? documents.get('en')
    if (document === undefined) return context.text('The page is not built yet. Run: npm run build', 503)
    // Who sends no cookie is not signed in; who sends one may be.
    const who = headers.has('cookie') ? 'perhaps-somebody' : 'nobody'
    const text = document.withEarlyParts(document.file.bytes.toString(), { url, who })
    return send(context, { ...document.file, bytes: Buffer.from(text), brotli: undefined })
  })
}

/** What is kept for a time without a line is asked for by its name, whatever anybody prefers by then. */
function languageNamed({ pathname }: URL): Language | undefined {
  const named = Language.safeParse(/^\/index\.(\w+)\.html$/.exec(pathname)?.[1])
  return named.success ? named.data : undefined
}

/** Each language lies in a folder of its own; what is in all of them, such as the icons, is the same. */
function readPage(folder: string): { files: Map<string, PageFile>; documents: Map<Language, PageDocument> } {
  const files = new Map<string, PageFile>()
  const documents = new Map<Language, PageDocument>()
  for (const language of Language.options) {
    const own = join(folder, language)
    const { '/index.html': document, ...others } = Object.fromEntries(readFiles(own))
    for (const [name, file] of Object.entries(others)) files.set(name, file)
    if (document === undefined) continue
    documents.set(language, { file: document, withEarlyParts: openEarlyDocuments(own) })
  }
  return { files, documents }
}

function readFiles(folder: string): [name: string, file: PageFile][] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith(COMPRESSED),
  )
  return entries.map((entry) => {
    const path = join(entry.parentPath, entry.name)
    const name = `/${relative(folder, path).split(sep).join('/')}`
    const extension = extname(name)
    const file = {
      bytes: readFileSync(path),
      brotli: existsSync(path + COMPRESSED) ? readFileSync(path + COMPRESSED) : undefined,
      type: TYPES[extension] ?? 'application/octet-stream',
      // Vite puts a hash of the contents into the names below /assets.
      isImmutable: name.startsWith('/assets/'),
      isCompressible: COMPRESSIBLE.has(extension),
    }
    return [name, file]
  })
}

async function send(context: Context, { bytes, brotli, ...file }: PageFile): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: file.type.startsWith('text/html') ? 'accept-encoding, accept-language, cookie' : 'accept-encoding',
  }
  if (!file.isCompressible || !context.req.header('accept-encoding')?.includes('br')) {
    return context.body(new Uint8Array(bytes), 200, headers)
  }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: QUICK_QUALITY } }
  const compressed = brotli ?? (await compress(bytes, quality))
  return context.body(new Uint8Array(compressed), 200, { ...headers, 'content-encoding': 'br' })
}
