// Opening the sample company, as a newcomer does by one press: the real request, on an empty database each time.
import { join } from 'node:path'
import { type Bed, type Figure, median } from './bed.ts'
import { type Server, startServer } from './servers.ts'

const SECONDS_WANTED = 5
const NOTHING_BESIDE = '–'

export async function measureSample(bed: Bed): Promise<Figure[]> {
  const taken: number[] = []
  for (let round = 0; round < bed.effort.rounds; round += 1) {
    const name = `sample_${round}`
    await bed.query(`create database ${name}`)
    taken.push(await secondsOfOpening(bed, name))
    await bed.query(`drop database ${name} with (force)`)
  }
  const seconds = median(taken)
  return [
    {
      figure: 'opening the sample company',
      workload: 'one press, an empty database',
      yardstick: NOTHING_BESIDE,
      product: `${seconds.toFixed(1)} s`,
      ratio: NOTHING_BESIDE,
      wanted: `≤ ${SECONDS_WANTED} s`,
      isMet: seconds <= SECONDS_WANTED,
    },
  ]
}

async function secondsOfOpening(bed: Bed, name: string): Promise<number> {
  const sample = await openSample(bed, name)
  await sample.stop()
  return sample.seconds
}

/** A Foyer on an empty database of this name, with the sample company in it, and how long that took to open. */
export async function openSample(
  { databaseUrl, folder }: Bed,
  name: string,
): Promise<Server & { seconds: number }> {
  const server = await startServer({
    words: ['server/main.ts', 'start'],
    logFile: join(folder, `${name}.log`),
    readyPath: '/readyz',
    environment: {
      DATABASE_URL: databaseUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`),
      FOYER_DATA: join(folder, name),
    },
  })
  const started = performance.now()
  const response = await fetch(`${server.address}/api/import/open-sample`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address },
    body: '{}',
  })
  const seconds = (performance.now() - started) / 1000
  if (response.ok) return { ...server, seconds }
  await server.stop()
  throw new Error(`The sample company did not open: ${await response.text()}`)
}
