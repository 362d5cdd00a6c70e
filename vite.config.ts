import react from '@vitejs/plugin-react'
import type { Rolldown, UserConfig } from 'vite'
import type { Language } from './contract/language.ts'
import { compressedParts } from './scripts/compressed-parts.ts'
import { documentParts } from './scripts/document-parts.ts'
import { earlyParts } from './scripts/early-parts.ts'
import { offlineParts } from './scripts/offline-parts.ts'
import { spokenParts } from './scripts/spoken-parts.ts'

/** Where the server of `npm run dev` listens. */
const SERVER = 'http://localhost:3000'

/** How the page is built in a language, into a folder of its own. */
export function pageIn(language: Language): UserConfig {
  return {
    root: 'web',
    plugins: [
      spokenParts(language),
      react(),
      earlyParts(),
      documentParts(language),
      offlineParts(language),
      compressedParts(),
    ],
    build: {
      outDir: `../dist/web/${language}`,
      assetsDir: `assets/${language}`,
      emptyOutDir: true,
      manifest: true,
      target: 'es2024',
      // The content-security policy forbids data: addresses for fonts and scripts.
      assetsInlineLimit: 0,
      // Browsers that know this target know modulepreload too.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: { assetFileNames, codeSplitting: { groups: GROUPS } },
        // How long our own parts take is known: they compress as far as that goes.
        checks: { pluginTimings: false },
      },
    },
    server: { proxy: { '/api': SERVER, '/files': SERVER } },
  }

  /** Faces are the same in every language: one browser fetches them once. */
  function assetFileNames({ names }: Rolldown.PreRenderedAsset): string {
    const isFace = names.some((name) => name.endsWith('.woff2'))
    return `assets/${isFace ? 'faces' : language}/[name]-[hash][extname]`
  }
}

/** Few and larger files: on a phone each further one costs a turn on the line, and its headers. */
const GROUPS = [
  { name: 'frame', tags: ['$initial' as const], priority: 5 },
  // A group takes in what its modules import, unless one before it has it already.
  { name: 'markdown', test: /web\/ui\/(markdown|words)/, priority: 4 },
  { name: 'parts', test: /node_modules|web\/(ui|platform)\//, minShareCount: 6, priority: 3 },
  { name: 'reading', test: /web\/spaces\/(post-list|fresh-posts|feed-bar)\.tsx$/, priority: 2 },
  { name: 'writing', test: /web\/spaces\/composer\.tsx$/, priority: 1 },
]

/** English alone: what `vite build` makes for whoever is at the page, and what `npm run dev` shows. */
export default pageIn('en')
