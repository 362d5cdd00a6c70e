// The document of a screen names what that screen needs at once, so that the browser asks for all of it while the first
// script is still on its way.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** As the build wrote it down. */
type EarlyScreen = {
  /** The address of the screen; `$name` stands for any one part. */
  path: string
  /** Tags for its scripts and styles. */
  head: string
  /** What it reads first, with `$name` for that part of its address. */
  reads: readonly string[]
}

type Asked = {
  url: URL
  /** Nobody's first reads would only be refused. */
  who: 'nobody' | 'perhaps-somebody'
}

const PART = '[\\w-]{1,64}'

/**
 * Reads what the build says of the first screens.
 * @returns what makes a document out of the one of all screens; the same one where nothing is known of the address
 */
export function openEarlyDocuments(folder: string): (document: string, asked: Asked) => string {
  const file = join(folder, '.vite/early.json')
  const screens: EarlyScreen[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const known = screens.map((screen) => ({
    ...screen,
    pattern: new RegExp(`^${screen.path.replaceAll(/\$(\w+)/g, `(?<$1>${PART})`)}$`),
  }))
  return (document, { url, who }) => {
    for (const { pattern, head, reads } of known) {
      const found = pattern.exec(url.pathname)
      if (found === null) continue
      // What stands after a question mark changes what is read.
      const readsNow = who === 'nobody' || url.search !== '' ? [] : reads
      const tags = readsNow.map((read) => preloadOf(read, found.groups ?? {})).join('')
      return document.replace('</head>', () => `${head}${tags}</head>`)
    }
    return document
  }
}

/** The parts hold nothing that means something in HTML or in an address, see PART. */
function preloadOf(read: string, parts: Record<string, string>): string {
  const address = read.replaceAll(/\$(\w+)/g, (_, name: string) => parts[name] ?? '').replaceAll('&', '&amp;')
  return `<link rel="preload" href="${address}" as="fetch" crossorigin>`
}
