// Where things lie below Foyer's data folder, and how the server finds its own part of it.
import { join } from 'node:path'
import type { Account } from './account.ts'

/** The paths of one installation's embedded PostgreSQL. */
export interface Places {
  dataFolder: string
  /** PostgreSQL's own folder, complete or absent. */
  cluster: string
  /** The same while it is being built. */
  unfinished: string
  log: string
  lock: string
}

export function placesIn(dataFolder: string): Places {
  return {
    dataFolder,
    cluster: join(dataFolder, 'postgres'),
    unfinished: join(dataFolder, 'postgres.new'),
    log: join(dataFolder, 'postgres.log'),
    lock: join(dataFolder, 'postgres.lock'),
  }
}

/**
 * The name under which a process that runs in `folder` as `account` reaches that folder. Below a folder such
 * as /root an account without rights cannot walk down the path, but Linux lets it stay where it was put: the
 * working directory is set while the process is still root.
 */
export function seenFromInside(folder: string, account: Account | undefined): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : folder
}
