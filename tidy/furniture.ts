// Every room of the server has the same furniture: a README, a door, and nothing in the corridor.
import { rooms, serverFolders, webFolders } from './house-rules.ts'
import { type Finding, finding, type Source, serverFolderOf } from './source.ts'

/** Takes every path of the house; names the folder of the server that is no room we planned, or lacks furniture. */
export function roomFurniture(paths: readonly string[]): string[] {
  const present = new Set(paths)
  const folders = new Set(paths.map(serverFolderOf).filter((folder) => folder !== undefined))
  return [...folders].flatMap((folder) => {
    if ((serverFolders as readonly string[]).includes(folder)) return []
    if (!rooms.includes(folder)) return [`server/${folder} is no room of the floors in house-rules.ts`]
    return ['README.md', 'index.ts']
      .filter((file) => !present.has(`server/${folder}/${file}`))
      .map((file) => `server/${folder} has no ${file}`)
  })
}

/** A room of the page bears the name of a room of the server. */
export function webFurniture(paths: readonly string[]): string[] {
  const folders = new Set(paths.map((path) => /^web\/([^/]+)\//.exec(path)?.[1]).filter(Boolean))
  const known: readonly string[] = [...rooms, ...webFolders]
  return [...folders].flatMap((folder) =>
    folder && !known.includes(folder) ? [`web/${folder} is neither a room nor shell, ui or platform`] : [],
  )
}

/** A door only opens: it re-exports by name what others may import, and never the room's own tables. */
export function plainDoor(source: Source): Finding[] {
  const room = serverFolderOf(source.path)
  if (!room || !rooms.includes(room) || source.path !== `server/${room}/index.ts`) return []
  return source.program.body.flatMap((statement) => {
    const refuse = (sentence: string) => [finding(source, statement.start, sentence)]
    if (statement.type === 'ExportAllDeclaration') return refuse('a door names what it lets out; no export *')
    if (statement.type !== 'ExportNamedDeclaration' || !statement.source) {
      return refuse('a door only re-exports; what it does belongs in a file of its own')
    }
    const from = statement.source.value
    if (!from.startsWith('./')) return refuse(`a door opens its own room alone, not ${from}`)
    if (/^\.\/(store|schema)\.ts$/.test(from)) return refuse(`${from} is seen by its own room alone`)
    return []
  })
}
