import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the server of `npm run dev` listens. */
const SERVER = 'http://localhost:3000'

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2024',
    // The content-security policy forbids data: addresses for fonts and scripts.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': SERVER, '/files': SERVER } },
})
