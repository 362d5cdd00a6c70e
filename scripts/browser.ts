// Which browser walks the journeys, and how a machine without one gets it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export type Machine = {
  /** What FOYER_BROWSER says, if it is set. */
  asked: string | undefined
  exists: (path: string) => boolean
  /** Installs Chromium; false when this machine cannot. */
  install: () => boolean
}

/**
 * The path of a Chromium to drive, installed first where it is missing and may be.
 * @throws Error with a sentence that says what to install, when there is none
 */
export function findBrowser({ asked, exists, install }: Machine): string {
  if (asked) {
    if (exists(asked)) return asked
    throw new Error(`FOYER_BROWSER is ${asked}, and there is no file there.`)
  }
  const find = () => usualPlaces.find(exists)
  const found = find() ?? (install() ? find() : undefined)
  if (found) return found
  throw new Error(
    'The journeys need Chromium. Install it (on Debian: apt-get install chromium), or set FOYER_BROWSER to its path.',
  )
}

export function thisMachine(): Machine {
  return { asked: process.env.FOYER_BROWSER, exists: existsSync, install: installWithApt }
}

function installWithApt(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('There is no Chromium here; installing Debian’s.')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words: string[]) =>
    spawnSync('apt-get', ['-q', '-y', ...words], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
      .status === 0
  return apt('update') && apt('install', '--no-install-recommends', 'chromium')
}
