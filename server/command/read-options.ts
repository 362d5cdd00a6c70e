import { type ParseArgsConfig, parseArgs } from 'node:util'
import { WrongCommand } from './wrong-command.ts'

/**
 * Reads what was typed after a command, as `parseArgs` does.
 * @throws WrongCommand when an option is not known, lacks its value, or has one it does not take
 */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new WrongCommand(error instanceof Error ? error.message : String(error))
  }
}
