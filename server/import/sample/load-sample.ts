// Writes the sample company through the doors of the rooms it goes to.
import { Readable } from 'node:stream'
import type { FileStore } from '#outside/files'
import type { Db } from '#platform/db'
import { addPlannedStandings } from '#rooms/answers'
import { layOutShoes } from '#rooms/auth'
import { addAddresses, setManagers, upsertPeople } from '#rooms/people'
import {
  addArchivedWords,
  addPlannedSpaces,
  addSeen,
  attachArchivedFiles,
  keepFile,
  letBeNewSince,
  pinArchivedPosts,
  refreshWordCounts,
} from '#rooms/spaces'
import { addReadings } from '#rooms/voices'
import { type PlannedFile, planSample } from './plan-sample.ts'
import { type Sample, WrongSample } from './sample.ts'

/** As if everybody had last looked in then. */
const NEW_DAYS = 2

type Load = { sample: Sample; files: FileStore; now: Temporal.Instant }

/** Fills an empty network. Call it in the transaction that begins the network. */
export async function loadSample(db: Db, { sample, files, now }: Load): Promise<void> {
  const plan = planSample(sample, now)
  await upsertPeople(db, plan.people)
  await addAddresses(db, plan.addresses)
  await setManagers(db, plan.seats)
  await addPlannedSpaces(db, plan.spaces)
  await addArchivedWords(db, plan.words)
  for (const file of plan.files) await keep(db, files, { ...file, now })
  await attachArchivedFiles(
    db,
    plan.files.map(({ id, saidId }) => ({ fileId: id, saidId })),
  )
  await pinArchivedPosts(db, plan.pins)
  await addPlannedStandings(db, plan.standings)
  await addReadings(db, plan.readings)
  await addSeen(db, plan.seen)
  await letBeNewSince(db, now.subtract({ hours: 24 * NEW_DAYS }))
  await layOutShoes(db, plan.shoes)
  await refreshWordCounts(db)
}

async function keep(db: Db, files: FileStore, file: PlannedFile & { now: Temporal.Instant }): Promise<void> {
  const { bytes, saidId, ...given } = file
  const kept = await keepFile(db, files, { ...given, read: () => Readable.from([bytes]) })
  if ('refused' in kept) throw new WrongSample(`files/${file.name}:1: ${kept.refused}`)
}
