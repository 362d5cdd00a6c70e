// npm run dev: the server, started anew when its files change, and the page with hot reload in front of it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'
import { readSettings } from '#platform/settings'

const root = join(import.meta.dirname, '..')
const pagePort = 5173

const settings = readSettings(process.env, root)
const address = `http://127.0.0.1:${settings.port}`

// People use the page's address here, so links and the check for cross-site requests go by it.
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts', 'start'], {
  cwd: root,
  stdio: 'inherit',
  env: { BASE_URL: `http://localhost:${pagePort}`, ...process.env },
})

const page = await createServer({
  root: join(root, 'web'),
  configFile: join(root, 'vite.config.ts'),
  server: { port: pagePort, strictPort: true, proxy: { '/api': address, '/healthz': address } },
})
await page.listen()
page.printUrls()

// Ctrl-C reaches the server by itself; the page is closed when the server has gone, in whatever way it went.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', async (code) => {
  await page.close()
  process.exitCode = code ?? 1
})
