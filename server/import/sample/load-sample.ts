// Writes the sample company through the doors of the rooms it goes to.
import type { Db } from '#platform/db'
import { layOutShoes } from '#rooms/auth'
import { addAddresses, setManagers, upsertPeople } from '#rooms/people'
import { addArchivedWords, addPlannedSpaces, refreshWordCounts } from '#rooms/spaces'
import { addReadings } from '#rooms/voices'
import { planSample } from './plan-sample.ts'
import type { Sample } from './sample.ts'

/** Fills an empty network. Call it in the transaction that begins the network. */
export async function loadSample(db: Db, sample: Sample, now: Temporal.Instant): Promise<void> {
  const plan = planSample(sample, now)
  await upsertPeople(db, plan.people)
  await addAddresses(db, plan.addresses)
  await setManagers(db, plan.seats)
  await addPlannedSpaces(db, plan.spaces)
  await addArchivedWords(db, plan.words)
  await addReadings(db, plan.readings)
  await layOutShoes(db, plan.shoes)
  await refreshWordCounts(db)
}
