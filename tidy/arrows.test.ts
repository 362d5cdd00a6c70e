// Proves that dependency-cruiser, reading our sources with our rules, catches each forbidden arrow and lets the
// allowed ones pass. It cruises a small house made of nothing but imports.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import manifest from '../package.json' with { type: 'json' }
import { libraries } from './house-rules.ts'

const { forbidden, options } = createRequire(import.meta.url)('./arrows.cjs')

/** Rule, the file that breaks it, and what it imports. Every target is made, and is empty. */
const broken: [rule: string, file: string, imports: string][] = [
  ['floor-of-people', 'server/people/a.ts', '#rooms/spaces'],
  ['floor-of-spaces', 'server/spaces/a.ts', '#rooms/brief'],
  ['floor-of-answers', 'server/decisions/a.ts', '#rooms/calls'],
  ['floor-of-measures', 'server/import/a.tsx', '#rooms/brief'],
  ['through-the-door', 'server/brief/b.ts', '../spaces/store.ts'],
  ['through-the-door', 'server/app.ts', './spaces/store.ts'],
  ['door-by-its-name', 'server/brief/c.ts', '../spaces/index.ts'],
  ['no-way-round-through-the-own-door', 'server/voices/a.ts', './index.ts'],
  ['contract-stands-alone', 'contract/a.ts', 'hono'],
  ['contract-stands-alone', 'contract/b.ts', '#platform/db'],
  ['platform-knows-no-room', 'server/platform/a.ts', '#rooms/people'],
  ['platform-knows-no-room', 'server/outside/a.ts', '#rooms/people'],
  ['rooms-do-not-know-the-house', 'server/people/b.ts', '../app.ts'],
  ['outside-is-opened-by-jobs', 'server/people/send-mail.ts', '#outside/mail'],
  ['sockets-are-outside', 'server/people/c.ts', 'node:https'],
  ['page-and-server-meet-in-the-contract', 'web/people/a.tsx', '../../server/people/index.ts'],
  ['page-and-server-meet-in-the-contract', 'server/people/d.ts', '#ui/button'],
  ['nothing-leans-on-its-scaffolding', 'server/people/e.ts', '#testing/foyer'],
  ['rooms-of-the-page-meet-in-the-shell', 'web/brief/a.tsx', '../people/person-page.tsx'],
  ['rooms-of-the-page-meet-in-the-shell', 'web/brief/b.tsx', '../shell/frame.tsx'],
  ['parts-know-no-room', 'web/ui/a.tsx', '../people/person-page.tsx'],
  ['no-cycles', 'server/people/ring-a.ts', './ring-b.ts'],
  ['nothing-missing', 'server/people/f.ts', './not-there.ts'],
  ['library-not-listed', 'server/people/g.ts', 'left-pad'],
  ['library-not-listed', 'web/people/b.ts', 'fast-check'],
  ['library-pg', 'server/people/h.ts', 'pg'],
  ['library-better-auth', 'server/people/i.ts', 'better-auth/adapters'],
]

const allowed: [file: string, imports: string][] = [
  ['server/brief/fine.ts', '#rooms/spaces'],
  ['server/brief/fine-too.ts', './fine.ts'],
  ['server/people/jobs.ts', '#outside/mail'],
  ['server/people/fine.ts', '#contract/ref'],
  ['server/people/fine.test.ts', '#testing/foyer'],
  ['server/main.ts', '#rooms/people'],
  ['server/auth/fine.ts', 'better-auth'],
  ['server/platform/fine.ts', 'node:http'],
  ['web/routes.tsx', './people/person-page.tsx'],
  ['web/people/fine.tsx', '#ui/button'],
  ['web/shell/fine.tsx', '../people/person-page.tsx'],
  ['contract/fine.ts', 'zod'],
]

const targets = [
  'contract/ref.ts',
  'server/people/index.ts',
  'server/people/ring-b.ts',
  'server/spaces/index.ts',
  'server/spaces/store.ts',
  'server/calls/index.ts',
  'server/brief/index.ts',
  'server/voices/index.ts',
  'server/platform/db.ts',
  'server/outside/mail.ts',
  'server/testing/foyer.ts',
  'web/people/person-page.tsx',
  'web/shell/frame.tsx',
  'web/ui/button.tsx',
]

describe('arrows', () => {
  const house = mkdtempSync(join(tmpdir(), 'foyer-arrows-'))
  let violations: ICruiseResult['summary']['violations'] = []

  before(async () => {
    furnish(house)
    const { output } = await cruise(['contract', 'server', 'web'], {
      ...options,
      baseDir: house,
      ruleSet: { forbidden },
      validate: true,
    })
    assert.ok(typeof output === 'object')
    violations = output.summary.violations
  })
  after(() => rmSync(house, { recursive: true }))

  for (const [rule, file, imports] of broken) {
    it(`${rule} catches ${file} importing ${imports}`, () => {
      assert.ok(violations.some((each) => each.rule.name === rule && each.from === file))
    })
  }

  for (const [file, imports] of allowed) {
    it(`lets ${file} import ${imports}`, () => {
      assert.deepEqual(
        violations.filter((each) => each.from === file),
        [],
      )
    })
  }

  it('keeps no library that the house does not depend on', () => {
    const known = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    // A scope stands for all of its packages.
    const isKnown = (library: string) => known.some((name) => `${name}/`.startsWith(`${library}/`))
    assert.deepEqual(
      Object.keys(libraries).filter((library) => !isKnown(library)),
      [],
    )
  })
})

function furnish(house: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  write(
    'package.json',
    JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, 'left-pad': '1.0.0' } }),
  )
  for (const target of targets) write(target, 'export const one = 1\n')
  for (const [file, imports] of [...broken.map(([, ...rest]) => rest), ...allowed]) {
    // A type import is an arrow like any other, so half of them are types.
    write(
      file,
      `import ${file.length % 2 ? 'type ' : ''}{ one } from '${imports}'\nexport const two: typeof one = 1\n`,
    )
  }
  write('server/people/ring-b.ts', "export { two } from './ring-a.ts'\n")
  for (const library of ['hono', 'zod', 'pg', 'better-auth', 'left-pad', 'fast-check']) {
    write(`node_modules/${library}/package.json`, `{ "name": "${library}", "main": "index.js" }`)
    write(`node_modules/${library}/index.js`, 'export const one = 1\n')
    write(`node_modules/${library}/adapters.js`, 'export const one = 1\n')
  }
}
