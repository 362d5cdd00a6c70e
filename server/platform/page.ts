// Serves the built page out of memory: its files are few and small, and compressed once.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Context, Hono } from 'hono'
import type { GateEnv } from './gate.ts'

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
const compress = promisify(brotliCompress)

type PageFile = {
  bytes: Buffer
  type: string
  isImmutable: boolean
  isCompressible: boolean
  brotli?: Promise<Buffer>
}

/**
 * Adds the page: its files by name, and its one HTML document for every other address, so that each screen can be
 * reloaded and shared. Without a build there is only a sentence that says how to make one.
 */
export function addPage(app: Hono<GateEnv>, folder: string): void {
  const files = readPage(folder)
  app.get('*', async (context) => {
    const path = new URL(context.req.url).pathname
    // An address of the API or of a file that leads nowhere is no screen: it must not be answered with a page.
    if (/^\/(api|files)\//.test(path)) return context.notFound()
    const file = files.get(path) ?? files.get('/index.html')
    if (file === undefined) return context.text('The page is not built yet. Run: npm run build', 503)
    return send(context, file)
  })
}

function readPage(folder: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const path = join(entry.parentPath, entry.name)
    const name = `/${relative(folder, path).split(sep).join('/')}`
    const extension = extname(name)
    const bytes = readFileSync(path)
    files.set(name, {
      bytes,
      type: TYPES[extension] ?? 'application/octet-stream',
      // Vite puts a hash of the contents into the names below /assets.
      isImmutable: name.startsWith('/assets/'),
      isCompressible: COMPRESSIBLE.has(extension),
    })
  }
  return files
}

async function send(context: Context, file: PageFile): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  }
  if (!file.isCompressible || !context.req.header('accept-encoding')?.includes('br')) {
    return context.body(new Uint8Array(file.bytes), 200, headers)
  }
  file.brotli ??= compress(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return context.body(new Uint8Array(await file.brotli), 200, { ...headers, 'content-encoding': 'br' })
}
