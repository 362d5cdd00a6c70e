// A part of the build: writes down for each early screen which scripts and styles it needs beside those of the entry.
import type { Plugin, Rolldown } from 'vite'
import { earlyScreens } from '../web/early-screens.ts'

type Chunk = Rolldown.OutputChunk

/** The files of the two faces that nearly every page needs: the product speaks in the one, people in the other. */
const PRODUCT_FACE = 'instrument-sans-latin-wght-normal.woff2'
const WORDS_FACE = 'serif-latin.woff2'

/** Writes `.vite/early.json`, out of which the server makes the documents of the early screens. */
export function earlyParts(): Plugin {
  return {
    name: 'foyer-early-parts',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const parts = Object.values(bundle)
      const chunks = parts.filter((each) => each.type === 'chunk')
      const faceOf = (name: string) => {
        const face = parts.find((each) => each.type === 'asset' && each.names.includes(name))
        if (face === undefined) throw new Error(`The build made no file of ${name}.`)
        return `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${face.fileName}">`
      }
      const screens = earlyScreens.map(({ path, module, reads, hasWords }) => ({
        path,
        reads,
        head: headOf(chunks, module) + faceOf(PRODUCT_FACE) + (hasWords ? faceOf(WORDS_FACE) : ''),
      }))
      this.emitFile({ type: 'asset', fileName: '.vite/early.json', source: JSON.stringify(screens) })
    },
  }
}

function headOf(chunks: readonly Chunk[], module: string): string {
  const entry = chunks.find(
    ({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('index.html'),
  )
  const screen = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/web/${module}`))
  if (entry === undefined || screen === undefined) throw new Error(`The build made no chunk of ${module}.`)
  const known = withImports(chunks, entry)
  const own = [...withImports(chunks, screen)].filter((chunk) => !known.has(chunk))
  const styles = new Set(own.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))
  return [
    ...[...styles].map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...own.map(({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}">`),
  ].join('')
}

function withImports(chunks: readonly Chunk[], first: Chunk): Set<Chunk> {
  const all = new Set([first])
  for (const { imports } of all) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) all.add(chunk)
  }
  return all
}
