// One more Foyer on the database of a journey, as a process of its own: what a second machine behind the same address
// would run. Started by house.ts, with which it speaks over its channel.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { z } from 'zod'
import { openFiles } from '#outside/files'
import { readSettings } from '#platform/settings'
import { buildFoyer } from '../server/app.ts'

const Task = z.object({
  databaseUrl: z.string(),
  environment: z.record(z.string(), z.string()),
  runsJobs: z.boolean(),
  now: z.string(),
})
const NewTime = z.object({ now: z.string() })

const task = Task.parse(JSON.parse(process.argv[2] ?? '{}'))
const clock = { now: Temporal.Instant.from(task.now) }
const settings = readSettings(task.environment, join(import.meta.dirname, '..'))
const quiet = () => {}
const foyer = await buildFoyer({
  ...{ settings, databaseUrl: task.databaseUrl, files: openFiles(settings) },
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  fetchPage: async () => undefined,
  sendMail: async (mail) => void process.send?.({ mail }),
  sendPush: async () => 'sent',
  now: () => clock.now,
  runsJobs: task.runsJobs,
  checksReplies: true,
})
process.on('message', (message) => {
  clock.now = Temporal.Instant.from(NewTime.parse(message).now)
})
// The journey is over, or it died.
process.on('disconnect', () => process.exit(0))
const server = createServer(getRequestListener(foyer.app.fetch))
server.listen(0, 'localhost', () => process.send?.({ port: (server.address() as AddressInfo).port }))
