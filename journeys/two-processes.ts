// Every second house of a file stands on two Foyers that share a database and take turns at requests, so that nothing may
// lean on what one process remembers: journeys are walked on a desktop and then on a phone, thus once in each way.
// FOYER_JOURNEY_PROCESSES=1 or 2 puts all of them on so many.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { after } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import type { Mail } from '#outside/mail'
import type { TestFoyer } from '#testing/foyer'

type Answering = (asked: IncomingMessage, answer: ServerResponse) => void

const asked = process.env.FOYER_JOURNEY_PROCESSES
let houses = 0

/** On how many processes the next house stands. */
export function nextProcesses(): 1 | 2 {
  houses += 1
  if (asked === '1' || asked === '2') return asked === '1' ? 1 : 2
  return houses % 2 === 1 ? 1 : 2
}

/** The port at which people find both, and whether it does work after the commit and by the clock too. */
type SecondProcess = { publicPort: number; runsJobs: boolean; environment: Record<string, string> }

/** Answers every other request by a second process. */
export async function besideSecondProcess(foyer: TestFoyer, second: SecondProcess): Promise<Answering> {
  const own = getRequestListener(foyer.app.fetch)
  const port = await startSecondProcess(foyer, second)
  let turn = 0
  return (asked, answer) => {
    turn += 1
    if (turn % 2 === 0) own(asked, answer)
    else passOn(port, asked, answer)
  }
}

async function startSecondProcess(
  foyer: TestFoyer,
  { publicPort, runsJobs, ...wanted }: SecondProcess,
): Promise<number> {
  const environment = {
    ...{ RATE_PER_PERSON: '1000000', RATE_PER_ADDRESS: '1000000' },
    ...{ WORDS_PER_MINUTE: '1000000', WORDS_PER_HOUR: '1000000', WORDS_PER_DAY: '1000000' },
    ...{ PORT: String(publicPort), FOYER_DATA: foyer.dataFolder },
    ...wanted.environment,
  }
  const task = { databaseUrl: foyer.url, environment, runsJobs, now: String(foyer.clock.now) }
  const child = fork(join(import.meta.dirname, 'second-process.ts'), [JSON.stringify(task)])
  after(async () => {
    const ended = once(child, 'exit')
    child.disconnect()
    await ended
  })
  const opened = Promise.withResolvers<number>()
  child.on('message', (message: { port: number } | { mail: Mail }) => {
    if ('port' in message) opened.resolve(message.port)
    else foyer.mails.push(message.mail)
  })
  child.on('exit', () => opened.reject(new Error('The second process ended before it was open.')))
  shareClock(foyer, (now) => void child.send({ now }))
  return opened.promise
}

/** Both processes see the journey's time. */
function shareClock({ clock }: TestFoyer, tell: (now: string) => void): void {
  let instant = clock.now
  Object.defineProperty(clock, 'now', {
    get: () => instant,
    set: (now: Temporal.Instant) => {
      instant = now
      tell(String(now))
    },
  })
}

function passOn(port: number, asked: IncomingMessage, answer: ServerResponse): void {
  const passed = request(
    // A line of its own for each: one that is kept may be closed by the other end in the moment it is used again.
    { agent: false, port, host: 'localhost', method: asked.method, path: asked.url, headers: asked.headers },
    (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      // Streams of events stay open; what comes must not wait for more.
      answer.flushHeaders()
      given.pipe(answer)
    },
  )
  passed.on('error', () => answer.destroy())
  answer.on('close', () => passed.destroy())
  asked.pipe(passed)
}
