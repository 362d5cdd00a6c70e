// A Foyer with a sample company of a handful in it, and the ways in and out, for tests.
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { imports } from '#contract/import'
import type { PersonId } from '#contract/ref'
import { idOf } from '#platform/ids'
import { cookiesOf, must } from './answer.ts'
import { type Answer, type Caller, startFoyer, type TestFoyer } from './foyer.ts'
import { writeHome } from './made-sample.ts'

/** Who somebody of a sample is: the same in every house and after every opening. */
function personIdOf(key: string): PersonId {
  return idOf<PersonId>('sample', `person ${key}`, Temporal.Instant.fromEpochMilliseconds(0))
}

export const ADA = personIdOf('ada.berg')
export const DAN = personIdOf('dan.nowak')
export const EVE = personIdOf('eve.lund')
/** Of the house, and with no shoes at the door. */
export const BEN = personIdOf('ben.rossi')

/** Who begins with a network of their own. */
export const OWN = {
  networkName: 'Own Works',
  name: 'Gro Vik',
  address: 'gro@own.test',
  password: 'a very long password',
}

/** Nobody is here yet, and the sample lies ready. */
export async function openEmptyHouse(): Promise<TestFoyer> {
  return startFoyer({ isEmpty: true, folder: await writeHome() })
}

export async function openSampleHouse(): Promise<TestFoyer> {
  const foyer = await openEmptyHouse()
  must(await foyer.anyone.write(imports.openSample, {}))
  return foyer
}

/** Who one is after an answer that brought cookies. */
export function callerAfter(foyer: TestFoyer, answer: Answer<unknown>): Caller {
  return foyer.callerWith(cookiesOf(answer.headers))
}

export async function inShoesOf(foyer: TestFoyer, personId: PersonId): Promise<Caller> {
  const answer = await foyer.anyone.write(auth.stepIntoShoes, { personId })
  must(answer)
  return callerAfter(foyer, answer)
}

export async function countsOf({ db }: TestFoyer) {
  const found = await sql`
    select (select count(*)::int from people.person) as people, (select count(*)::int from spaces.space) as spaces,
      (select count(*)::int from spaces.post) as posts, (select count(*)::int from spaces.reply) as replies,
      (select count(*)::int from people.network where is_sample) as samples`.execute(db)
  return found.rows[0]
}
