// A part of the build: compresses what it wrote as far as that goes, which would take too long while somebody waits.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = /\.(?:js|css|svg|webmanifest)$/
const compress = promisify(brotliCompress)

/** Writes a `.br` beside every script and stylesheet. */
export function compressedParts(): Plugin {
  return {
    name: 'foyer-compressed-parts',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The page is built into a folder.')
      const names = await readdir(dir, { recursive: true })
      await Promise.all(
        names
          .filter((name) => COMPRESSIBLE.test(name))
          .map(async (name) => {
            const path = join(dir, name)
            await writeFile(`${path}.br`, await compress(await readFile(path)))
          }),
      )
    },
  }
}
