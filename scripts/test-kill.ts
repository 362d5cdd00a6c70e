// npm run test:kill [-- rounds]: kills Foyer and its database under load, as often as asked, and proves what is kept.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROUNDS_DEFAULT = '100'

const rounds = process.argv[2] ?? ROUNDS_DEFAULT
if (!/^[1-9]\d{0,5}$/.test(rounds)) {
  console.error(`"${rounds}" is no number of rounds. Give one from 1 to 999999.`)
  process.exit(1)
}
const { status } = spawnSync(process.execPath, ['--test', 'server/kill.test.ts'], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, FOYER_KILL_ROUNDS: rounds },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
