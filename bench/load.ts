// Sends requests and takes times: in a closed loop, where each connection asks again once it was answered, and at a
// fixed rate of arrival, where people come whether or not those before them were served.
import { Agent, request } from 'node:http'
import autocannon from 'autocannon'
import { chanceFrom } from './chance.ts'

export type Question = {
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

export type Timing = { perSecond: number; p50: number; p95: number; p99: number; bytes: number }

/** Answers of the first moments are not counted: connections open, statements are prepared. */
const WARM_SECONDS = 1

type ClosedLoop = {
  address: string
  /** Each connection starts elsewhere in the list and goes round. */
  questions: readonly Question[]
  connections: number
  seconds: number
  /** What must be different in every request, such as the key of a write. */
  headersOfEach?: () => Record<string, string>
}

/** @throws when any answer is not a success */
export async function closedLoop(loop: ClosedLoop): Promise<Timing> {
  const { address, questions, connections, seconds, headersOfEach } = loop
  const requests = questions.map(({ method = 'GET', ...rest }) => ({
    method,
    ...rest,
    ...(headersOfEach && {
      setupRequest: (each: autocannon.Request) => ({
        ...each,
        headers: { ...each.headers, ...headersOfEach() },
      }),
    }),
  }))
  let opened = 0
  const countFrom = performance.now() + WARM_SECONDS * 1000
  const times: number[] = []
  const failures: number[] = []
  let bytes = 0
  const load = {
    url: address,
    connections,
    duration: seconds + WARM_SECONDS,
    setupClient: (client: autocannon.Client) => {
      const start = Math.floor((opened * requests.length) / connections)
      opened += 1
      client.setRequests([...requests.slice(start), ...requests.slice(0, start)])
    },
  }
  const result = await run(load, ({ status, length, ms }) => {
    if (status !== 200) failures.push(status)
    if (performance.now() < countFrom) return
    times.push(ms)
    bytes += length
  })
  if (failures.length + result.errors > 0) {
    throw new Error(`${address}${questions[0]?.path} failed: ${failures.slice(0, 5)} ${result.errors} errors`)
  }
  return timing(times, { seconds, bytes })
}

type Answered = { status: number; length: number; ms: number }

function run(load: autocannon.Options, onAnswer: (answered: Answered) => void): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    const instance = autocannon(load, (error, result) => (error ? reject(error) : resolve(result)))
    instance.on('response', (...[, status, length, ms]: [unknown, number, number, number]) =>
      onAnswer({ status, length, ms }),
    )
  })
}

type Arrivals = {
  address: string
  questions: readonly Question[]
  perSecond: number
  seconds: number
  /** What must be different in every request, such as the key of a write. */
  headersOfEach?: () => Record<string, string>
}

/** Requests arrive after exponential waits (a Poisson process); each is timed from when it was due. */
export async function arrivals(come: Arrivals): Promise<Timing> {
  const { address, questions, perSecond, seconds, headersOfEach } = come
  const chance = chanceFrom(perSecond)
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  const answers: Promise<void>[] = []
  let bytes = 0
  const start = performance.now()
  const total = (WARM_SECONDS + seconds) * 1000
  let dueMs = 0
  for (let number = 0; dueMs < total; number += 1, dueMs += chance.wait(1000 / perSecond)) {
    await due(start + dueMs)
    const asked = questions[number % questions.length]
    if (asked === undefined) break
    const question = { ...asked, headers: { ...asked.headers, ...headersOfEach?.() } }
    const dueAt = start + dueMs
    const isCounted = dueMs >= WARM_SECONDS * 1000
    const answer = ask({ address, agent, question }).then((length) => {
      if (!isCounted) return
      times.push(performance.now() - dueAt)
      bytes += length
    })
    answers.push(answer)
  }
  await Promise.all(answers)
  agent.destroy()
  return timing(times, { seconds, bytes })
}

async function due(atMs: number): Promise<void> {
  const waitMs = atMs - performance.now()
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
}

type Asking = { address: string; agent: Agent; question: Question }

function ask({ address, agent, question }: Asking): Promise<number> {
  const { method = 'GET', path, headers = {}, body } = question
  return new Promise((resolve, reject) => {
    const asked = request(`${address}${path}`, { agent, method, headers }, (response) => {
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
      })
      response.on('end', () =>
        response.statusCode === 200 ? resolve(length) : reject(new Error(`${path}: ${response.statusCode}`)),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function timing(times: number[], { seconds, bytes }: { seconds: number; bytes: number }): Timing {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: bytes / times.length,
  }
}
