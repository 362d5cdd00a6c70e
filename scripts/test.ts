// npm test: everything that proves Foyer. `npm test -- server/brief` runs the tests under a path; an option such as
// `--test-name-pattern=budget` goes to Node's runner.
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, thisMachine } from './browser.ts'

const root = join(import.meta.dirname, '..')
const beside = '{contract,server,web,tidy,scripts}/**/*.test.{ts,tsx}'
/** So many test files at a time mostly wait: for processes that are killed and start again. */
const WAITING = 1
const journeys = 'journeys/**/*.test.ts'
/** While one journey waits for a page, another goes on; with more, each would wait for the others. */
const WALKERS = 2
/** Each test file is a process that reads nearly all of Foyer; what Node compiled for one serves all others. */
const compiled = join(root, 'node_modules/.cache/compiled')

function main(given: string[]): number {
  const options = given.filter((word) => word.startsWith('-'))
  const paths = given.filter((word) => !word.startsWith('-'))
  const quick = listTests(beside, paths)
  const walks = listTests(journeys, paths)
  if (quick.length + walks.length === 0) {
    console.error(`No test lies under ${paths.join(' or ')}.`)
    return 1
  }
  if (walks.length > 0) {
    // The browser comes first: whoever lacks it should not wait for all other tests to learn that.
    process.env.FOYER_BROWSER = findBrowser(thisMachine())
    // Then the page, or each Foyer that a test starts would find it stale and build it, beside others that do.
    if (run(join(root, 'scripts/build-page.ts'), []) !== 0) return 1
  }
  const failures = [
    quick.length > 0 &&
      runTests(quick, [`--test-concurrency=${availableParallelism() + WAITING}`, ...options]),
    walks.length > 0 && walkJourneys(walks, options),
  ].filter((status) => status !== false && status !== 0)
  return failures.length === 0 ? 0 : 1
}

/** The test files of a pattern that lie under one of these paths; all of them when no path is given. */
function listTests(pattern: string, paths: readonly string[]): string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => paths.length === 0 || paths.some((path) => file.startsWith(path.replace(/^\.\//, ''))))
    .sort()
}

/**
 * Walks journeys. One that failed is walked a second time, always on two processes, the harder way: of all there is
 * here, a browser alone cannot be held still. Both walks are told, so that none is mended by walking it twice.
 */
function walkJourneys(files: readonly string[], options: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-journeys-'))
  const walk = () =>
    runTests(files, [
      `--test-concurrency=${WALKERS}`,
      `--test-rerun-failures=${join(folder, 'arrived.json')}`,
      ...options,
    ])
  try {
    const status = walk()
    if (status === 0) return status
    console.log('\nJourneys that failed are walked a second time, on two processes.\n')
    process.env.FOYER_JOURNEY_PROCESSES = '2'
    return walk()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function runTests(files: readonly string[], options: readonly string[]): number {
  return run('--test', ['--test-global-setup=server/testing/once.ts', ...options, ...files])
}

/** Runs Node with these words. A run that a signal ended has failed, like any that did not end well. */
function run(first: string, words: readonly string[]): number {
  const { status, error } = spawnSync(process.execPath, [first, ...words], {
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: 'inherit',
  })
  if (error) throw error
  return status ?? 1
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
