// Reads the folder in which the sample company lies as words that people can read and change.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Whereabouts } from '../archive.ts'
import { checkSample } from './check-sample.ts'
import { readPeople } from './read-people.ts'
import { readSpaces } from './read-spaces.ts'
import { readThread } from './read-thread.ts'
import { type Complain, type Sample, type SampleReading, type SampleThread, WrongSample } from './sample.ts'
import { readTable } from './table.ts'

const FILES_MAX = 5000
const MISTAKES_TOLD_MAX = 50
const THREAD = /^(\d{2,}-[a-z0-9-]+)\.md$/

const Network = z.strictObject({
  name: z.string().trim().min(1).max(80),
  shoes: z
    .array(
      z.strictObject({
        person: z.string(),
        as: z.string().trim().min(1).max(60),
        sees: z.string().trim().min(1).max(200),
      }),
    )
    .min(1)
    .max(20),
})

/**
 * The sample company of a folder, whole and fitting together.
 * @throws WrongSample with a line for each mistake, by file and line
 */
export async function readSample(folder: string): Promise<Sample> {
  const mistakes: string[] = []
  const complain: Complain = ({ file, line }, sentence) => mistakes.push(`${file}:${line}: ${sentence}`)
  const sample = await readFolder(folder, complain)
  if (mistakes.length === 0) checkSample(sample, complain)
  if (mistakes.length > 0) {
    const untold = mistakes.length - MISTAKES_TOLD_MAX
    const told = [...mistakes.slice(0, MISTAKES_TOLD_MAX), ...(untold > 0 ? [`and ${untold} more`] : [])]
    throw new WrongSample(`The sample company cannot be read.\n${told.join('\n')}`)
  }
  return sample
}

async function readFolder(folder: string, complain: Complain): Promise<Sample> {
  const textOf = (file: string, need: 'needed' | 'optional') => readText({ folder, file, need, complain })
  const network = networkIn(await textOf('network.json', 'needed'), complain)
  const people = readPeople({ file: 'people.csv', text: await textOf('people.csv', 'needed'), complain })
  const spacesText = await textOf('spaces.csv', 'needed')
  const spaces = readSpaces({ file: 'spaces.csv', text: spacesText, people, complain })
  const readings = readReadings(await textOf('read.csv', 'optional'), complain)
  const threads = await readThreads(folder, complain)
  const files = await readFiles(folder, complain)
  return { networkName: network.name, shoes: network.shoes, people, spaces, threads, readings, files }
}

type Wanted = { folder: string; file: string; need: 'needed' | 'optional'; complain: Complain }

async function readText({ folder, file, need, complain }: Wanted): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, file)))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isMissing && !(error instanceof TypeError)) throw error
    const where: Whereabouts = { file, line: 1 }
    if (!isMissing) complain(where, 'This is not text in UTF-8.')
    else if (need === 'needed') complain(where, 'This file is missing.')
    return ''
  }
}

function networkIn(text: string, complain: Complain): z.output<typeof Network> {
  const where = { file: 'network.json', line: 1 }
  try {
    const network = Network.safeParse(JSON.parse(text))
    if (network.success) return network.data
    const [issue] = network.error.issues
    complain(where, `${issue?.path.join('.') || 'It'}: ${issue?.message}.`)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    if (text !== '') complain(where, `This is no JSON: ${error.message}.`)
  }
  return { name: '', shoes: [] }
}

function readReadings(text: string, complain: Complain): SampleReading[] {
  if (text === '') return []
  const rows = readTable(
    { file: 'read.csv', text, complain },
    { needed: ['person', 'thread'] as const, optional: [] },
  )
  return rows.map(({ where, cell }) => ({
    personKey: cell('person').text,
    threadKey: cell('thread').text,
    where,
  }))
}

async function readThreads(folder: string, complain: Complain): Promise<SampleThread[]> {
  const found = (await namesBelow(folder, 'threads')).filter((name) => !name.endsWith('/'))
  const threads: SampleThread[] = []
  for (const name of found) {
    const file = `threads/${name}`
    const [spaceKey = '', leaf = '', ...deeper] = name.split('/')
    const slug = THREAD.exec(leaf)?.[1]
    if (slug === undefined || deeper.length > 0) {
      complain({ file, line: 1 }, 'A thread is called <space>/<number>-<words>.md.')
      continue
    }
    const text = await readText({ folder, file, need: 'needed', complain })
    const thread = readThread({ file, text, spaceKey, slug, complain })
    if (thread !== undefined) threads.push(thread)
  }
  return threads
}

async function readFiles(folder: string, complain: Complain): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const name of await namesBelow(folder, 'files')) {
    if (name.includes('/'))
      complain({ file: `files/${name}`, line: 1 }, 'Files lie side by side, in no folder.')
    else files.set(name, await readFile(join(folder, 'files', name)))
  }
  return files
}

/** The paths of all files below a folder, sorted; what begins with a dot is nobody's words. */
async function namesBelow(folder: string, part: string): Promise<string[]> {
  const root = join(folder, part)
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  if (entries.length > FILES_MAX)
    throw new WrongSample(`The folder ${part} holds more than ${FILES_MAX} files.`)
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
