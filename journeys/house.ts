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

export type House = TestFoyer & {
  /** A browser at the door: nobody is signed in. */
  arrive: (device: Device) => Promise<Walker>
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
  const browser = await chromium.launch({
    executablePath: findBrowser(thisMachine()),
    args: CHROMIUM_WORDS,
  })
  // Before Foyer's own end: requests under way would find its database gone.
  after(() => close(browser, server))
  const { runsJobs = false, environment = {} } = wanted
  const foyer = await startFoyer({ ...wanted, port, folder: root })
  server.on(
    'request',
    nextProcesses() === 2
      ? await besideSecondProcess(foyer, { publicPort: port, runsJobs, environment })
      : getRequestListener(foyer.app.fetch),
  )
  const origin = `http://localhost:${port}`
  const arrive = (device: Device) =>
    walkIn({ browser, device, origin, now: foyer.clock.now, keepsPage: wanted.keepsPage ?? false })
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

async function close(browser: Browser, server: Server): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const page of pages) await keepPicture(page, 'the-last')
  await browser.close()
  await closeServer(server)
}

function cookiesOf(cookie: string, url: string) {
  return cookie.split('; ').map((each) => {
    const [name = '', ...value] = each.split('=')
    return { name, value: value.join('='), url, httpOnly: true }
  })
}
