// `foyer import`: says what an archive holds, and brings it in when asked to.
import type { Settings } from '#platform/settings'
import { WrongCommand } from './wrong-command.ts'

export async function importCommand(_: Settings, words: string[]): Promise<void> {
  throw new WrongCommand(`There is no archive of the kind "${words[0] ?? ''}".`)
}
