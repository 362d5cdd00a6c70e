// npm run new-room -- decisions: makes a room with the furniture that every room has, ready for its first act.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { rooms, wordlessInFiles } from '../tidy/house-rules.ts'
import { makeMigration } from './new-migration.ts'

/** Why this room cannot be made in the house at this folder, as a sentence; undefined when it can. */
export function whyNotRoom(root: string, name: string): string | undefined {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
    return `"${name}" cannot name a room. Give one word in small letters, such as decisions.`
  }
  const wordless = name.split('-').find((word) => (wordlessInFiles as readonly string[]).includes(word))
  if (wordless) return `"${wordless}" names nothing. Call the room by the thing that lives there.`
  if (existsSync(join(root, 'server', name))) return `server/${name} exists already.`
  if (existsSync(join(root, 'contract', `${name}.ts`))) return `contract/${name}.ts exists already.`
  if (!rooms.includes(name)) {
    return `${name} stands on no floor. Put it on one in tidy/house-rules.ts, with a decision record that says why.`
  }
  return undefined
}

/**
 * Makes the room's furniture; nothing is overwritten.
 * @param root the folder of the house
 * @param name one that `whyNotRoom` has nothing against
 * @returns the paths it made, from the root
 */
export function makeRoom(root: string, name: string): string[] {
  const files = furnitureOf(name)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text, { flag: 'wx' })
  }
  const schema = name.replaceAll('-', '_')
  const text = `-- What ${name} keeps.\ncreate schema ${schema};\n`
  return [...Object.keys(files), makeMigration(root, { name: schema, text })]
}

function furnitureOf(name: string): Record<string, string> {
  const value = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return {
    [`contract/${name}.ts`]: `// What crosses the wire for ${name}.

export const ${value} = {}
`,
    [`server/${name}/README.md`]: readmeOf(name),
    [`server/${name}/index.ts`]: `// The door of ${name}: all that others may import.
export { ${value}Routes } from './routes.ts'
`,
    [`server/${name}/routes.ts`]: `// One line for each act: on(${value}.recordThing, recordThing).
import type { Route } from '#platform/gate'

export const ${value}Routes: Route[] = []
`,
    [`server/${name}/routes.test.ts`]: `import assert from 'node:assert/strict'
import { it } from 'node:test'
import { ${value} } from '#contract/${name}'
import { ${value}Routes } from './routes.ts'

it('every endpoint of ${name} leads to an act', () => {
  const led = ${value}Routes.map(({ endpoint }) => endpoint)
  assert.deepEqual(led, Object.values(${value}))
})
`,
  }
}

function readmeOf(name: string): string {
  const title = name[0]?.toUpperCase() + name.slice(1)
  return `# ${title}

One sentence: what this room is for, and for whom.

- **Words**: the words of docs/glossary.md that live here.
- **Tables**: schema \`${name.replaceAll('-', '_')}\`; which table keeps what. Views and functions that others may read.
- **News**: what this room tells, in the past tense.
- **Never**: what this room does not do, whoever asks.
`
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const { positionals } = parseArgs({ allowPositionals: true })
  const [name] = positionals
  const no = name === undefined ? 'Name the room: npm run new-room -- decisions.' : whyNotRoom(root, name)
  if (no || name === undefined) {
    console.error(no)
    process.exitCode = 1
  } else {
    for (const path of makeRoom(root, name)) console.log(`made ${path}`)
    console.log(
      'Now add it to contract/contract.ts, hand its routes to the gate in server/app.ts, and write its README.',
    )
  }
}
