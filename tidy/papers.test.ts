// Holds the papers to the code: what is documented in one table is documented completely, and links lead somewhere.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import manifest from '../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('papers', () => {
  it('dependencies.md has a line for every dependency, and for no other', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest
    const rows = read('docs/dependencies.md').matchAll(/^\| (`[^|]+`) +\|/gm)
    const listed = [...rows].flatMap(([, names = '']) =>
      names.split(', ').map((name) => name.replaceAll('`', '')),
    )
    const needed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    assert.deepEqual(listed.toSorted(), needed.toSorted())
  })

  it('the README has a line for every setting, and for no other', () => {
    const names = read('server/platform/settings.ts').matchAll(/\(environment, '([A-Z_]+)'/g)
    const rows = read('README.md').matchAll(/^\| `([A-Z_]+)` +\|/gm)
    assert.deepEqual(namesOf(rows), namesOf(names))
  })

  it('every link between papers leads to a file', () => {
    const papers = globSync(['*.md', 'docs/**/*.md', '{contract,server,web,bench,journeys}/**/*.md'], {
      cwd: root,
    })
    const broken = papers.flatMap((paper) =>
      [...read(paper).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map(([, target = '']) => join(dirname(paper), target))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${paper} leads to ${target}`),
    )
    assert.deepEqual(broken, [])
  })
})

function namesOf(matches: Iterable<RegExpExecArray>): string[] {
  return [...new Set([...matches].map(([, name = '']) => name))].sort()
}
