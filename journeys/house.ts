// A Foyer with its built page behind a real port, and a browser that people of the cast walk in with.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { type Browser, chromium } from 'playwright-core'
import type { CastName } from '#testing/cast'
import { startFoyer, type TestFoyer } from '#testing/foyer'
import { findBrowser, thisMachine } from '../scripts/browser.ts'
import { besideSecondProcess, nextProcesses } from './two-processes.ts'
import { type Device, keepPicture, type Walker, walkIn } from './walker.ts'

const root = join(import.meta.dirname, '..')
export const pageFolder = join(root, 'dist/web')

const CHROMIUM_WORDS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

let browser: Promise<Browser> | undefined
after(async () => (await browser)?.close())

/** One browser for all houses of a file. Whoever walks in has a context of their own, which knows nothing of another. */
function openBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: findBrowser(thisMachine()), args: CHROMIUM_WORDS })
  return browser
}

export type House = TestFoyer & {
  /** A browser at the door: nobody is signed in. */
  arrive: (device: Device, locale?: string) => Promise<Walker>
  /** A browser in which somebody of the cast is signed in. */
  enter: (device: Device, who: CastName) => Promise<Walker>
  /** Breaks every connection and takes no other until it is back. */
  goAway: () => Promise<void>
  comeBack: () => Promise<void>
}

/** Opens a house for one test; it is gone when the test is done. */
export async function openHouse(
  wanted: {
    isEmpty?: boolean
    runsJobs?: boolean
    keepsPage?: boolean
    environment?: Record<string, string>
  } = {},
): Promise<House> {
  buildPageOnce()
  const server = createServer()
  await listen(server, 0)
  const { port } = server.address() as AddressInfo
  const walkers: Walker[] = []
  // Before Foyer's own end: requests under way would find its database gone.
  after(() => close(walkers, server))
  const { runsJobs = false, environment = {} } = wanted
  const foyer = await startFoyer({ ...wanted, port, folder: root })
  server.on(
    'request',
    nextProcesses() === 2
      ? await besideSecondProcess(foyer, { publicPort: port, runsJobs, environment })
      : getRequestListener(foyer.app.fetch),
  )
  const origin = `http://localhost:${port}`
  const arrive = async (device: Device, locale = 'en-GB') => {
    const now = foyer.clock.now
    const keepsPage = wanted.keepsPage ?? false
    const walker = await walkIn({ browser: await openBrowser(), device, origin, now, keepsPage, locale })
    walkers.push(walker)
    return walker
  }
  return {
    ...foyer,
    arrive,
    enter: async (device, who) => {
      const walker = await arrive(device)
      await walker.page.context().addCookies(cookiesOf((await foyer.signIn(who)).cookie, origin))
      return walker
    },
    goAway: () => closeServer(server),
    comeBack: () => listen(server, port),
  }
}

/** `npm test` builds the page anew; who runs one journey alone gets a page where there is none. */
export function buildPageOnce(): void {
  if (existsSync(join(pageFolder, 'en/index.html'))) return
  spawnSync(process.execPath, [join(root, 'scripts/build-page.ts')], { stdio: 'inherit' })
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', resolve)
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function close(walkers: readonly Walker[], server: Server): Promise<void> {
  const contexts = walkers.map(({ page }) => page.context())
  for (const page of contexts.flatMap((context) => context.pages())) await keepPicture(page, 'the-last')
  for (const context of contexts) await context.close()
  await closeServer(server)
}

function cookiesOf(cookie: string, url: string) {
  return cookie.split('; ').map((each) => {
    const [name = '', ...value] = each.split('=')
    return { name, value: value.join('='), url, httpOnly: true }
  })
}
