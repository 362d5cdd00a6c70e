// A part of the build: makes the service worker, and writes into it which files screens need without a line.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import type { Language } from '#contract/language'
import { spokenParts } from './spoken-parts.ts'

type Chunk = Rolldown.OutputChunk
type Parts = { version: string; files: string[] }
type WorkerParts = { dir: string; language: Language; parts: Parts }

/** The screens that are there without a line, with what they fetch when it is needed. */
const OFFLINE_SCREENS = [
  'spaces/home-page.tsx',
  'shell/brief-route.tsx',
  'spaces/spaces-page.tsx',
  'shell/space-route.tsx',
  'shell/thread-route.tsx',
  'shell/person-route.tsx',
  'shell/saved-route.tsx',
  'notices/notices-page.tsx',
]
/** The whole editor is kept when it is first used; without it one writes in a plain field. */
const KEPT_WHEN_USED = /\/web\/editor\//
const SCREEN = /-(page|route)\.tsx$/
const WORKER = 'offline-worker.ts'

/**
 * Builds `/service-worker.<language>.js`, one file that no content-security policy has to allow anything for. It lies
 * on top, for all screens, and every language has one under its own name: whichever page asks gets its own.
 */
export function offlineParts(language: Language): Plugin {
  let parts: Parts | undefined
  return {
    name: 'foyer-offline-parts',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = filesOf(Object.values(bundle).filter((each) => each.type === 'chunk'))
      // The names of files tell of what is in them, so the worker is another one whenever one of them is.
      parts = { version: createHash('sha256').update(files.join()).digest('hex').slice(0, 12), files }
    },
    async writeBundle({ dir }) {
      if (dir === undefined || parts === undefined) throw new Error('The page is built into a folder.')
      await buildWorker({ dir, language, parts })
    },
  }
}

function filesOf(chunks: readonly Chunk[]): string[] {
  const entry = chunks.find(({ isEntry }) => isEntry)
  if (entry === undefined) throw new Error('The build made no entry.')
  const screens = OFFLINE_SCREENS.map((module) => {
    const screen = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/web/${module}`))
    if (screen === undefined) throw new Error(`The build made no chunk of ${module}.`)
    return screen
  })
  const all = new Set([entry, ...screens])
  // A set hands out what is added to it while it is walked.
  for (const { imports, dynamicImports } of all) {
    for (const chunk of chunks) {
      const isFetchedLater = dynamicImports.includes(chunk.fileName) && !isLeftOut(chunk)
      if (imports.includes(chunk.fileName) || isFetchedLater) all.add(chunk)
    }
  }
  const styles = [...all].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
  return [...new Set([...[...all].map(({ fileName }) => fileName), ...styles])]
    .map((file) => `/${file}`)
    .toSorted()
}

/** Screens are reached from the entry alone, and those without a line are named above. */
function isLeftOut({ facadeModuleId }: Chunk): boolean {
  return facadeModuleId !== null && (SCREEN.test(facadeModuleId) || KEPT_WHEN_USED.test(facadeModuleId))
}

async function buildWorker({ dir, language, parts }: WorkerParts): Promise<void> {
  const root = join(import.meta.dirname, '..')
  await build({
    configFile: false,
    ...{ root, publicDir: false, logLevel: 'warn' },
    plugins: [spokenParts(language)],
    define: { OFFLINE_PARTS: JSON.stringify(parts) },
    build: {
      ...{ outDir: dir, emptyOutDir: false, target: 'es2024' },
      lib: {
        entry: join(root, 'web', WORKER),
        formats: ['iife'],
        name: 'worker',
        fileName: () => `service-worker.${language}.js`,
      },
    },
  })
}
