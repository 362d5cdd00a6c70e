// npm run complete-lock: names every platform's part of every package in the lock file. npm leaves out those that the
// registry at hand does not carry, such as the Windows build of a tool in a mirror for Linux, and `npm ci` then
// refuses the lock file. An added part has its exact version and no checksum, since nobody here has seen it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Locked = {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

type Packages = Record<string, Locked>

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/** The parts that are named by a package of the lock file and have no entry in it, with the entry they need. */
export function missingParts(packages: Packages): Packages {
  const missing: Packages = {}
  for (const locked of Object.values(packages)) {
    for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`
      const platform = platformOf(name)
      if (place in packages || platform === undefined) continue
      missing[place] = { version, ...(locked.dev ? { dev: true } : {}), optional: true, ...platform }
    }
  }
  return missing
}

/** Reads the platform out of a name such as `@biomejs/cli-linux-x64-musl`; undefined when it names none. */
export function platformOf(name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> | undefined {
  const words = name.slice(name.indexOf('/') + 1).split('-')
  const os = words.find((word) => systems.includes(word))
  const cpu = words.find((word) => processors.includes(word))
  if (os === undefined || cpu === undefined) return undefined
  if (os !== 'linux') return { os: [os], cpu: [cpu] }
  const isMusl = words.some((word) => word.startsWith('musl'))
  return { os: [os], cpu: [cpu], libc: [isMusl ? 'musl' : 'glibc'] }
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '../package-lock.json')
  const lock: { packages: Packages } = JSON.parse(readFileSync(path, 'utf8'))
  const missing = missingParts(lock.packages)
  const packages = Object.fromEntries(
    Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  console.log(`Added ${Object.keys(missing).length} parts for other platforms.`)
}
