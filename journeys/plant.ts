import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import type { House } from './house.ts'

/** An open space with enough in it who could answer. */
export async function openPlant(house: House): Promise<SpaceId> {
  const owner = await house.as('plantManager')
  const { id } = must(await owner.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
  for (const who of ['member', 'supervisor'] as const)
    must(await (await house.as(who)).write(spaces.joinSpace, { id }))
  return id
}
