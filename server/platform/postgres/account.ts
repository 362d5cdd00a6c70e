// PostgreSQL refuses to run as root. When Foyer is root, its processes run under an account without rights.
import { readFile, stat } from 'node:fs/promises'
import { PostgresTrouble } from './postgres-trouble.ts'
import { chownTree } from './tree.ts'

/** A user and group by number; they need no entry in /etc/passwd. */
export interface Account {
  uid: number
  gid: number
}

/**
 * Not `nobody` and not `postgres`: whatever else runs under those could read the data files. The number lies
 * in a range that neither distributions, systemd nor containers hand out, and below 65536 so that it exists in
 * user namespaces too.
 */
const FOYERS_OWN: Account = { uid: 60_717, gid: 60_717 }

/**
 * The account the server must run under, or undefined when Foyer's own will do because it is not root.
 * Data that belongs to an ordinary user stays his, so that he can start without root the next time.
 * @throws PostgresTrouble when the data belongs to somebody this process cannot act for
 */
export async function serverAccount(folder: string): Promise<Account | undefined> {
  const owner = await ownerOf(folder)
  const me = process.geteuid?.()
  if (me === 0) return owner && owner.uid !== 0 ? owner : FOYERS_OWN
  if (owner && me !== undefined && owner.uid !== me) {
    throw new PostgresTrouble(
      'cannot-start',
      `${folder} belongs to the account ${owner.uid}, and Foyer runs as ${me}. ` +
        'Start Foyer as that account or as root, or give it the folder with chown -R.',
    )
  }
  return undefined
}

/** Gives the folder to the account unless it is already its own. The folder itself goes last and so says "all done". */
export async function handOver(folder: string, account: Account | undefined): Promise<void> {
  if (account && (await ownerOf(folder))?.uid !== account.uid) await chownTree(folder, account)
}

/**
 * An account that has a name, which initdb insists on and the server does not.
 * @throws PostgresTrouble when the machine knows nobody but root
 */
export async function namedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').filter((line) => !line.startsWith('#'))
  const entries = lines.map((line) => line.split(':')).filter((fields) => Number(fields[2]) !== 0)
  const [, , uid, gid] = entries.find(([name]) => name === 'nobody') ?? entries[0] ?? []
  if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  throw new PostgresTrouble(
    'cannot-start',
    'PostgreSQL cannot be set up by root alone, and /etc/passwd knows nobody else. ' +
      'Run Foyer as an ordinary user, or use a PostgreSQL of your own with DATABASE_URL.',
  )
}

async function ownerOf(folder: string): Promise<Account | undefined> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return found && { uid: found.uid, gid: found.gid }
}
