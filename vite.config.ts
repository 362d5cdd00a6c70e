import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedParts } from './scripts/compressed-parts.ts'
import { earlyParts } from './scripts/early-parts.ts'
import { offlineParts } from './scripts/offline-parts.ts'

/** Where the server of `npm run dev` listens. */
const SERVER = 'http://localhost:3000'

export default defineConfig({
  root: 'web',
  plugins: [react(), earlyParts(), offlineParts(), compressedParts()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2024',
    // The content-security policy forbids data: addresses for fonts and scripts.
    assetsInlineLimit: 0,
    // Browsers that know this target know modulepreload too.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few and larger files: on a phone each further one costs a turn on the line, and its headers.
        codeSplitting: {
          groups: [
            { name: 'frame', tags: ['$initial'], priority: 5 },
            // A group takes in what its modules import, unless one before it has it already.
            { name: 'markdown', test: /web\/ui\/(markdown|words)/, priority: 4 },
            { name: 'parts', test: /node_modules|web\/(ui|platform)\//, minShareCount: 6, priority: 3 },
            { name: 'reading', test: /web\/spaces\/(post-list|fresh-posts|feed-bar)\.tsx$/, priority: 2 },
            { name: 'writing', test: /web\/spaces\/composer\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': SERVER, '/files': SERVER } },
})
