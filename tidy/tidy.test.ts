// Holds the house rules. Every rule is also fed a text that breaks it, so that no rule can rot into always saying yes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { colourInTokens } from './colours.ts'
import { reasonedComment } from './comments.ts'
import { physicalDirection } from './directions.ts'
import { plainForm } from './forms.ts'
import { plainDoor, roomFurniture, webFurniture } from './furniture.ts'
import { limits, namesThatStay, publishedSql } from './house-rules.ts'
import { booleanParameter, fileLength, functionLength, parameterCount } from './limits.ts'
import { kebabCase, wordlessName, wordlessPath } from './names.ts'
import { clock, environment, fetching, foreignSql } from './reach.ts'
import { listPaths, type Rule, readHouse, toSource } from './source.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const house = readHouse(root)
const paths = listPaths(root)

const migrations = paths
  .filter((path) => /^server\/migrations\/.*\.sql$/.test(path))
  .map((path) => readFileSync(`${root}/${path}`, 'utf8'))
  .join('\n')

/** A text, and the path at which it would stand. */
type Example = [path: string, text: string]

function holds(promise: string, rule: Rule, examples: { refused: Example[]; fine: Example[] }): void {
  describe(promise, () => {
    it('holds in the house', () => {
      const findings = house.flatMap(rule).map(({ path, line, sentence }) => `${path}:${line} ${sentence}`)
      assert.deepEqual(findings, [])
    })
    for (const [path, text] of examples.refused) {
      it(`catches ${path}: ${summary(text)}`, () => assert.notEqual(rule(toSource(path, text)).length, 0))
    }
    for (const [path, text] of examples.fine) {
      it(`lets pass ${path}: ${summary(text)}`, () => assert.deepEqual(rule(toSource(path, text)), []))
    }
  })
}

function summary(text: string): string {
  return text.replaceAll('\n', ' ').slice(0, 70)
}

const longBody = 'work()\n'.repeat(limits.functionLines)

holds('a file has at most 300 lines', fileLength, {
  refused: [['server/people/a.ts', 'work()\n'.repeat(301)]],
  fine: [['server/people/a.ts', 'work()\n'.repeat(300)]],
})

holds('a function has at most 60 lines', functionLength, {
  refused: [
    ['server/people/a.ts', `function long() {\n${longBody}}`],
    ['server/people/a.ts', `const long = () => {\n${longBody}}`],
    ['web/people/a.tsx', `const thing = { long() {\n${longBody}} }`],
  ],
  fine: [
    ['server/people/a.test.ts', `function long() {\n${longBody}}`],
    ['server/people/a.ts', `function short() {\n${'work()\n'.repeat(limits.functionLines - 2)}}`],
  ],
})

holds('a function takes at most three parameters', parameterCount, {
  refused: [
    ['web/people/a.ts', 'export function act(a: A, b: B, c: C, d: D) {}'],
    ['server/people/a.ts', 'const act = (a, b, c, ...d) => a'],
  ],
  fine: [['server/people/a.ts', 'export function act(this: X, a: A, b: B, c: C) {}']],
})

holds('no exported function of the server takes a bare boolean', booleanParameter, {
  refused: [
    ['server/spaces/a.ts', 'export async function archive(id: Id, isForced: boolean) {}'],
    ['server/spaces/a.ts', 'export const archive = (isForced = false) => isForced'],
    ['contract/a.ts', 'export function archive(isForced: boolean = one()) {}'],
  ],
  fine: [
    ['server/spaces/a.ts', 'export function archive({ isForced }: { isForced: boolean }): boolean {}'],
    ['server/spaces/a.ts', 'function inside(isForced: boolean) {}'],
  ],
})

holds('declared names say what they are about', wordlessName, {
  refused: [
    ['server/spaces/a.ts', 'export const postUtils = 1'],
    ['server/spaces/a.ts', 'function helperFor(post: Post) {}'],
    ['server/spaces/a.ts', 'const act = (legacyPost: Post) => legacyPost'],
    ['server/spaces/a.ts', 'const { a: { legacyId } } = post'],
    ['server/spaces/a.ts', 'type ReplyV2 = string'],
    ['server/spaces/a.ts', 'export class PostCreator {}'],
    ['server/spaces/a.ts', 'class SpaceManager {}'],
    ['server/spaces/a.ts', 'interface CardFactory {}'],
  ],
  fine: [
    ['server/people/a.ts', 'const managerId = nearestCommonManager(person)'],
    ['server/people/a.ts', 'const renewed = { new: 1, old: 2 }; const { old: before } = change'],
    ['server/people/a.ts', 'type Manager = { id: PersonId }; const newPost = 1'],
    ['server/people/a.ts', 'const threshold = newcomers.length'],
  ],
})

holds('the clock is read in platform alone', clock, {
  refused: [
    ['server/spaces/a.ts', 'const at = Date.now()'],
    ['server/spaces/a.ts', 'const at = new Date()'],
    ['web/brief/a.tsx', 'const at = Temporal.Now.instant()'],
    ['contract/a.ts', 'const at = Date()'],
  ],
  fine: [
    ['server/spaces/a.ts', 'const at = new Date(row.at)'],
    ['server/platform/day.ts', 'const at = Date.now()'],
    ['server/spaces/a.test.ts', 'const at = Date.now()'],
  ],
})

holds('the environment is read in platform alone', environment, {
  refused: [
    ['server/app.ts', 'const port = process.env.PORT'],
    ['server/app.ts', 'const port = globalThis.process.env.PORT'],
    ['server/app.ts', 'const { env } = process'],
    ['server/app.ts', "import { env } from 'node:process'"],
  ],
  fine: [
    ['server/main.ts', 'const settings = readSettings(process.env)'],
    ['scripts/a.ts', 'const port = process.env.PORT'],
    ['server/main.ts', 'process.exitCode = 1'],
  ],
})

holds('the server reaches the world through server/outside alone', fetching, {
  refused: [
    ['server/spaces/a.ts', "await fetch('https://example.org')"],
    ['server/platform/a.ts', 'await globalThis.fetch(url)'],
  ],
  fine: [
    ['server/outside/fetch.ts', 'await fetch(url)'],
    ['web/platform/client.ts', 'await fetch(url)'],
    ['server/spaces/a.ts', 'const row = await store.fetch(id)'],
  ],
})

holds('a room names no tables of another room', foreignSql, {
  refused: [
    [
      'server/brief/a.ts',
      'const posts = await sql`select * from spaces.post where id = $' + '{id}`.execute(db)',
    ],
    ['server/brief/a.ts', "const posts = await db.selectFrom('spaces.post as p').selectAll().execute()"],
    ['server/brief/a.ts', "const posts = await db.selectFrom(['brief.card', 'people.person'])"],
    ['server/brief/a.ts', "const posts = query.leftJoin('people.person', 'a', 'b')"],
    ['server/brief/a.ts', "const text = 'update people.person set name = $1'"],
    ['server/brief/schema.ts', "interface Tables { 'spaces.post': Post }"],
    ['server/platform/a.ts', 'sql`select 1 from "spaces"."post"`'],
  ],
  fine: [
    ['server/spaces/a.ts', 'sql`select * from spaces.post`'],
    [
      'server/brief/a.ts',
      'sql`select * from spaces.visible_space($' + '{viewer}) join people.person_card using (id)`',
    ],
    ['server/brief/a.ts', 'sql`select p.spaces.post from brief.card`'],
    ['server/brief/a.ts', "const news = { name: 'spaces.posted' }"],
  ],
})

holds('a door names what it lets out, and nothing else', plainDoor, {
  refused: [
    ['server/people/index.ts', "export * from './person.ts'"],
    ['server/people/index.ts', 'export const one = 1'],
    ['server/people/index.ts', "import './jobs.ts'"],
    ['server/people/index.ts', "export { rows } from './store.ts'"],
    ['server/people/index.ts', "export { space } from '#rooms/spaces'"],
  ],
  fine: [['server/people/index.ts', "export type { Person } from './person.ts'\nexport { a } from './a.ts'"]],
})

holds('a comment gives its reason', reasonedComment, {
  refused: [
    ['server/people/a.ts', '// TODO'],
    ['server/people/a.ts', '/* FIXME: later */'],
    ['server/people/a.ts', '// HACK around it'],
    ['server/people/a.ts', '// @ts-ignore the type of the library is wrong'],
    ['server/people/a.ts', '// @ts-expect-error'],
  ],
  fine: [
    ['server/people/a.ts', '// TODO: leave the loop when PostgreSQL 19 brings graph queries.'],
    ['server/people/a.ts', '// @ts-expect-error The test hands in what the type forbids.'],
  ],
})

holds('no default exports and no enums', plainForm, {
  refused: [
    ['web/brief/a.tsx', 'export default function Page() {}'],
    ['web/brief/a.tsx', 'export { page as default }'],
    ['contract/a.ts', 'enum Kind { Note }'],
    ['contract/a.ts', 'export const enum Kind { Note }'],
  ],
  fine: [['contract/a.ts', "export const kinds = ['note', 'question'] as const"]],
})

holds('colours are written in the tokens alone', colourInTokens, {
  refused: [
    ['web/brief/card.module.css', '.card { color: #1f3d2b }'],
    ['web/brief/card.module.css', '.card { background: rgb(0 0 0 / 50%) }'],
    ['web/brief/card.module.css', '.card { color: white }'],
    ['web/brief/card.tsx', "const style = { color: '#1f3d2b' }"],
  ],
  fine: [
    ['web/ui/tokens.css', ':root { --ink: #1f3d2b }'],
    ['web/brief/card.module.css', '/* like #fff */ .card { color: var(--ink); white-space: nowrap }'],
    ['web/brief/card.module.css', '.card { color: color-mix(in oklab, var(--ink) 40%, transparent) }'],
    ['web/brief/card.tsx', "const link = '#reply'"],
  ],
})

holds('screens are laid out from start to end', physicalDirection, {
  refused: [
    ['web/brief/card.module.css', '.card { margin-left: auto }'],
    ['web/brief/card.module.css', '.card {\n  right: 0;\n}'],
    ['web/brief/card.module.css', '.card { text-align: left }'],
  ],
  fine: [
    [
      'web/brief/card.module.css',
      '/* left: 0 */ .card { margin-inline-start: auto; inset-inline-end: 0; text-align: end }',
    ],
    ['web/brief/card.module.css', '.card { padding: env(safe-area-inset-left); object-position: left }'],
  ],
})

describe('paths are kebab-case', () => {
  it('holds in the house', () => assert.deepEqual(withReasons(kebabCase), []))
  for (const path of ['web/brief/BriefCard.tsx', 'server/brief/choose_cards.ts', 'web/myBrief/a.ts']) {
    it(`catches ${path}`, () => assert.ok(kebabCase(path)))
  }
  for (const path of [
    'web/brief/brief-card.module.css',
    'server/people/README.md',
    'server/migrations/0001_a_b.sql',
  ]) {
    it(`lets pass ${path}`, () => assert.equal(kebabCase(path), undefined))
  }
})

describe('paths say what they are about', () => {
  it('holds in the house', () => assert.deepEqual(withReasons(wordlessPath), []))
  for (const path of [
    'server/people/utils.ts',
    'web/common/a.ts',
    'server/spaces/post-v2.ts',
    'web/ui/new-card.tsx',
  ]) {
    it(`catches ${path}`, () => assert.ok(wordlessPath(path)))
  }
  it('keeps no exception for a file that is gone', () => {
    assert.deepEqual(
      Object.keys(namesThatStay).filter((path) => !paths.includes(path)),
      [],
    )
  })
})

describe('every room has its furniture', () => {
  it('holds in the house', () => assert.deepEqual([...roomFurniture(paths), ...webFurniture(paths)], []))
  it('catches a room without a door or a README', () => {
    assert.deepEqual(roomFurniture(['server/people/index.ts']), ['server/people has no README.md'])
    assert.deepEqual(roomFurniture(['server/people/README.md']), ['server/people has no index.ts'])
  })
  it('catches a folder that is no room', () => {
    assert.equal(roomFurniture(['server/tools/a.ts', 'server/tools/b.ts']).length, 1)
    assert.equal(webFurniture(['web/components/a.tsx']).length, 1)
  })
})

describe('what is published is no table', () => {
  it('stands in a migration as a view or a function', () => {
    assert.deepEqual(
      publishedSql.filter((name) => !isPublished(name)),
      [],
    )
  })
})

function isPublished(name: string): boolean {
  return new RegExp(`create (or replace )?(view|function) ${name}\\b`, 'i').test(migrations)
}

function withReasons(rule: (path: string) => string | undefined): string[] {
  return paths.flatMap((path) => {
    const reason = rule(path)
    return reason ? [`${path}: ${reason}`] : []
  })
}
