// A part of the build: writes down for each early screen which scripts and styles it needs beside those of the entry.
import type { Plugin, Rolldown } from 'vite'
import { earlyScreens } from '../web/early-screens.ts'

type Chunk = Rolldown.OutputChunk

/** Writes `.vite/early.json`, out of which the server makes the documents of the early screens. */
export function earlyParts(): Plugin {
  return {
    name: 'foyer-early-parts',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
      const screens = earlyScreens.map(({ path, module, reads }) => ({
        path,
        reads,
        head: headOf(chunks, module),
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
