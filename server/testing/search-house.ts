// A house in which much was said in several languages, for those who search it.
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from './answer.ts'
import type { CastName } from './cast.ts'
import { startFoyer } from './foyer.ts'

/** A text without the marks of found words. */
export function plain(text: string): string {
  return text.replace(/[\ue000\ue001]/g, '')
}

type Said = { by?: CastName; in?: SpaceId; title?: string; kind?: 'note' | 'question' }

/** Opens the house: an open space, a private one of the executive alone, and ways to talk and to find. */
export async function openSearchHouse() {
  const foyer = await startFoyer()
  const openSpace = async (name: string, visibility: 'open' | 'private') =>
    must(await (await foyer.as('executive')).write(spaces.createSpace, { name, visibility })).id
  const floor = await openSpace('Shop floor', 'open')
  const vault = await openSpace('Vault of the board', 'private')
  const say = async (body: string, said: Said = {}) => {
    const { by = 'executive', in: spaceId = floor, title, kind = 'note' } = said
    foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
    const caller = await foyer.as(by)
    return must(await caller.write(spaces.writePost, { spaceId, kind, body, ...(title && { title }) })).id
  }
  const ask = async (query: string, who: CastName = 'member') =>
    must(await (await foyer.as(who)).read(spaces.search, { query }))
  /** The titles of what somebody finds, or how it begins. */
  const find = async (query: string, who: CastName = 'member') =>
    (await ask(query, who)).items.map(({ title, excerpt }) => plain(title ?? excerpt))
  return { foyer, floor, vault, say, ask, find }
}
