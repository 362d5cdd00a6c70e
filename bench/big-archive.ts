// An archive of 800 MB by the real command: how much memory the importing process takes, and how fast it is. It takes
// a good ten minutes, so it is measured when asked for by name alone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres'
import { type Figure, rate } from './bed.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type Writer, writerFrom } from './made-up-words.ts'

const SEED = 800
const PEOPLE = 5000
const CHANNELS = 40
const DAYS = 300
/** One channel has as much as all others together, since what a reader holds grows with the largest. */
const LARGEST_SHARE = 0.5
const REPLY_SHARE = 0.6
const UNPACKED_BYTES = 800_000_000
const QUICK_BYTES = 4_000_000
const MEMORY_WANTED_MB = 1024
const LOOK_EACH_MS = 500
const ROOT = join(import.meta.dirname, '..')

export async function measureBigArchive({ isQuick }: { isQuick: boolean }): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-big-archive-'))
  const database = await startEmbeddedPostgres({ dataFolder: folder, log: () => {}, durable: true })
  try {
    const path = join(folder, 'export.zip')
    const wanted = isQuick ? QUICK_BYTES : UNPACKED_BYTES
    const { messages, bytes } = await writeSlackExport(path, wanted)
    const { seconds, peakMegabytes } = await importOf(path, { databaseUrl: database.url, folder })
    const common = {
      workload: `Slack export of ${Math.round(bytes / 1e6)} MB unpacked, ${messages.toLocaleString('en')} messages, whole command`,
      yardstick: '–',
    }
    return [
      {
        ...{ ...common, figure: 'memory of an import', product: `${peakMegabytes} MB`, ratio: '–' },
        ...{ wanted: `< ${MEMORY_WANTED_MB} MB`, isMet: peakMegabytes < MEMORY_WANTED_MB },
      },
      {
        ...{ ...common, figure: 'import of a big archive', product: rate(messages / seconds), ratio: '–' },
        ...{ wanted: 'shown', isMet: undefined },
      },
    ]
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Written = { messages: number; bytes: number }
type Day = { channel: number; day: number; bytes: number }

/** Writes an export day by day, holding one day at a time. */
export async function writeSlackExport(path: string, unpackedBytes: number): Promise<Written> {
  const writer = writerFrom(SEED)
  const chance = chanceFrom(SEED)
  const written: Written = { messages: 0, bytes: 0 }
  const zip = new ZipFile()
  const done = pipeline(zip.outputStream as Readable, createWriteStream(path))
  const users = Array.from({ length: PEOPLE }, (_, at) => userOf(at, writer.name(chance)))
  zip.addBuffer(Buffer.from(JSON.stringify(users)), 'users.json')
  const channels = Array.from({ length: CHANNELS }, (_, at) => ({
    id: `C${at}`,
    name: `channel-${at}`,
    members: [],
  }))
  zip.addBuffer(Buffer.from(JSON.stringify(channels)), 'channels.json')
  const daily = unpackedBytes / DAYS
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    const share = channel === 0 ? LARGEST_SHARE : (1 - LARGEST_SHARE) / (CHANNELS - 1)
    for (let day = 0; day < DAYS; day += 1) {
      const wanted = { channel, day, bytes: daily * share }
      zip.addReadStreamLazy(`channel-${channel}/${dateOf(day)}.json`, (take) => {
        const text = dayOf(wanted, { writer, chance: chanceFrom(SEED + channel * DAYS + day), written })
        take(null, Readable.from([Buffer.from(text)]))
      })
    }
  }
  zip.end()
  await done
  return written
}

function userOf(at: number, name: string) {
  return {
    id: `U${at}`,
    name: `p${at}`,
    profile: { real_name: name, email: `p${at}@acme.test`, title: 'Fitter' },
  }
}

const FIRST_DAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

function dateOf(day: number): string {
  return new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10)
}

type Making = { writer: Writer; chance: Chance; written: Written }

/** The messages of one day: posts, and replies to posts of the same day. */
function dayOf({ day, bytes }: Day, { writer, chance, written }: Making): string {
  const lines: string[] = []
  let length = 0
  let second = (FIRST_DAY + day * DAY_MS) / 1000
  let post: string | undefined
  while (length < bytes) {
    second += chance.below(3)
    const ts = `${second}.${String(lines.length).padStart(6, '0')}`
    const isReply = post !== undefined && chance.isLikely(REPLY_SHARE)
    if (!isReply) post = ts
    const line = JSON.stringify({
      ...{ type: 'message', user: `U${chance.below(PEOPLE)}`, ts, team: 'T1', client_msg_id: ts },
      text: writer.body(chance),
      ...(isReply && { thread_ts: post }),
      ...(chance.isLikely(0.1) && {
        reactions: [{ name: '+1', count: 1, users: [`U${chance.below(PEOPLE)}`] }],
      }),
    })
    lines.push(line)
    length += line.length + 2
  }
  written.messages += lines.length
  written.bytes += length
  return `[${lines.join(',\n')}]`
}

type Imported = { seconds: number; peakMegabytes: number }

/** The kernel keeps the most memory that a process ever had. */
async function importOf(path: string, where: { databaseUrl: string; folder: string }): Promise<Imported> {
  const started = performance.now()
  const child = spawn(process.execPath, ['server/main.ts', 'import', 'slack', path, '--apply'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATABASE_URL: where.databaseUrl, FOYER_DATA: where.folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peakMegabytes = 0
  const look = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(status) ?? []
    peakMegabytes = Math.max(peakMegabytes, Math.round(Number(kilobytes) / 1024))
  }, LOOK_EACH_MS)
  const [code] = await once(child, 'exit')
  clearInterval(look)
  if (code !== 0) throw new Error('The import failed.')
  return { seconds: (performance.now() - started) / 1000, peakMegabytes }
}
