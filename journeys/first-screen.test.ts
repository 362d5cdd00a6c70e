// What a phone must fetch before it shows home: the entry of the page, the route of home, and all that they import.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { Language } from '#contract/language'
import { earlyScreens } from '../web/early-screens.ts'
import { buildPageOnce, openHouse, pageFolder } from './house.ts'
import { talkOvernight } from './said-overnight.ts'

const KILOBYTES_MAX = 140
const FIRST = ['index.html', 'spaces/home-page.tsx']

type Chunk = { file: string; imports?: string[] }

for (const language of Language.options) {
  test(`in ${language} the first screen needs at most ${KILOBYTES_MAX} kB of compressed JavaScript`, (context) => {
    buildPageOnce()
    const folder = join(pageFolder, language)
    if (!existsSync(folder)) return context.skip('The page is not built in it: npm run build')
    const read = (file: string) => readFileSync(join(folder, file))
    const chunks: Record<string, Chunk> = JSON.parse(read('.vite/manifest.json').toString())
    const files = [...withImports(chunks, FIRST)].map((name) => chunks[name]?.file ?? '')
    const kilobytes = files.reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0) / 1000
    context.diagnostic(`${kilobytes.toFixed(1)} kB in ${files.length} files`)
    assert.ok(files.length > 2 && kilobytes > 50, 'the manifest tells of the whole first screen')
    assert.ok(kilobytes <= KILOBYTES_MAX, `${kilobytes.toFixed(1)} kB are too many`)
  })
}

test('what the document asks for early is what the screen then reads, to the letter', async () => {
  const house = await openHouse()
  const { spaceId, posts } = await talkOvernight(house)
  const { page, goTo } = await house.enter('phone', 'executive')
  await page.addInitScript(() => {
    const { fetch } = globalThis
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    globalThis.fetch = (...request) => {
      asked.push(String(request[0]))
      return fetch(...request)
    }
  })
  const parts: Record<string, string> = { id: spaceId, postId: [...posts.values()][0] ?? '' }
  const inPlace = (text: string) => text.replaceAll(/\$(\w+)/g, (_, name: string) => parts[name] ?? '')
  for (const { path, reads } of earlyScreens) {
    await goTo(inPlace(path))
    for (const read of reads) {
      assert.ok((await page.content()).includes(`href="${inPlace(read).replaceAll('&', '&amp;')}"`), path)
      await page.waitForFunction(
        (address) => (globalThis as unknown as { asked: string[] }).asked.includes(address),
        inPlace(read),
      )
    }
  }
})

function withImports(chunks: Record<string, Chunk>, names: readonly string[]): Set<string> {
  const all = new Set(names)
  // A set hands out what is added to it while it is walked.
  for (const name of all) for (const imported of chunks[name]?.imports ?? []) all.add(imported)
  return all
}
