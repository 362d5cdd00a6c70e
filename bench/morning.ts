// The morning: the briefs of five hundred people in four zones fall due in one minute, and others read meanwhile.
import { type Bed, type Figure, median, milliseconds, times } from './bed.ts'
import { arrivals, type Timing } from './load.ts'

const PEOPLE = 500
const ZONES = ['Europe/Warsaw', 'America/New_York', 'Asia/Tokyo', 'UTC']
const SECONDS_WANTED = 60
const SLOWER_WANTED = 1.2
/** People who come to the feed, whether or not those before them were served. */
const ARRIVALS_PER_SECOND = 20
const POLL_MS = 50
/** The job comes round once a minute. */
const WAIT_SECONDS_MAX = 240

export async function measureMorning(bed: Bed): Promise<Figure[]> {
  const before = await readFor(bed)
  const count = await fallDue(bed)
  const run = watch(bed, count)
  const meanwhile: Timing[] = []
  await run.begun
  while (!run.isOver()) meanwhile.push(await readFor(bed))
  const seconds = await run.seconds
  const after = await readFor(bed)
  const calm = median([before, after].map(({ p95 }) => p95))
  // What was read when the last of them were written is half calm.
  const busy = median(meanwhile.slice(0, Math.max(1, meanwhile.length - 1)).map(({ p95 }) => p95))
  const slower = busy / calm
  return [
    {
      figure: `briefs by mail of ${count} people, in four zones`,
      workload: `${ARRIVALS_PER_SECOND} arrivals a second beside it`,
      yardstick: '–',
      product: `${seconds.toFixed(0)} s`,
      ratio: `${milliseconds((1000 * seconds) / count)} each`,
      wanted: `< ${SECONDS_WANTED} s`,
      isMet: seconds < SECONDS_WANTED,
    },
    {
      figure: 'home feed while they are built, p95',
      workload: `${ARRIVALS_PER_SECOND} arrivals a second`,
      yardstick: milliseconds(calm),
      product: milliseconds(busy),
      ratio: times(slower),
      wanted: `≤ ${times(SLOWER_WANTED)}`,
      isMet: slower <= SLOWER_WANTED,
    },
  ]
}

function readFor({ effort, product, readers }: Bed): Promise<Timing> {
  const questions = readers.map(({ cookie }) => ({ path: '/api/spaces/get-feed', headers: { cookie } }))
  const { address } = product
  return arrivals({ address, questions, perSecond: ARRIVALS_PER_SECOND, seconds: effort.seconds })
}

/** Lets people want their brief by mail, each at a time that passed a minute ago where they are. */
async function fallDue({ query }: Bed): Promise<number> {
  const zones = ZONES.map((zone) => `'${zone}'`).join(', ')
  await query(`
    create temp table early as
    select id, (array[${zones}])[1 + row_number() over (order by id) % ${ZONES.length}] as zone
    from people.person where is_active order by id limit ${PEOPLE};
    update people.person p set time_zone = zone from early where early.id = p.id;
    insert into people.address (address, person_id, is_preferred, added_at)
    select id || '@person.invalid', id, true, now() from early on conflict do nothing;
    insert into brief.preference (person_id, channel, weekdays, local_time)
    select id, 'mail', '{1,2,3,4,5,6,7}', to_char((now() - interval '1 minute') at time zone zone, 'HH24:MI') from early;
    insert into brief.due (person_id, at) select id, now() from early`)
  const [counted] = await query<{ count: string }>('select count(*) as count from early')
  return Number(counted?.count)
}

/** Sees when the first letter is written and when nobody is due any more. */
function watch({ query }: Bed, count: number) {
  const begun = Promise.withResolvers<void>()
  let isOver = false
  const seconds = (async () => {
    const giveUpAt = performance.now() + WAIT_SECONDS_MAX * 1000
    let startedMs: number | undefined
    while (performance.now() < giveUpAt) {
      const [waiting] = await query<{ count: string }>(
        "select count(*) as count from brief.due where at < now() + interval '15 minutes'",
      )
      const [written] = await query<{ count: string }>(
        "select count(*) as count from mail.letter where why = 'brief'",
      )
      if (startedMs === undefined && Number(written?.count) > 0) {
        startedMs = performance.now()
        begun.resolve()
      }
      if (startedMs !== undefined && Number(waiting?.count) === 0) {
        console.log(`${written?.count} of ${count} got a letter; the others had nothing to be told of`)
        isOver = true
        return (performance.now() - startedMs) / 1000
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
    isOver = true
    begun.resolve()
    throw new Error('The briefs of the morning were not written in time.')
  })()
  return { begun: begun.promise, isOver: () => isOver, seconds }
}
