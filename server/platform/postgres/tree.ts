import { chmod, lchown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Gives a folder and all in it to an account, deepest first and the folder itself last. */
export async function chownTree(folder: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  for (const path of await pathsIn(folder)) await lchown(path, uid, gid)
}

/** Lets everybody read a folder and all in it, and run what its owner may run; nobody gains a right to write. */
export async function openTree(folder: string): Promise<void> {
  for (const path of await pathsIn(folder)) {
    const entry = await lstat(path)
    if (entry.isSymbolicLink()) continue
    const mayRun = entry.isDirectory() || (entry.mode & 0o100) !== 0
    await chmod(path, mayRun ? 0o755 : 0o644)
  }
}

async function pathsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return [...names.map((name) => join(folder, name)).reverse(), folder]
}
