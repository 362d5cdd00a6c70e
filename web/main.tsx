import '@fontsource-variable/instrument-sans/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import './ui/tokens.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openQueries } from '#browser/queries'
import { showTheme } from '#browser/theme'
import { openRouter } from './routes.tsx'

showTheme()
const queries = openQueries()
const router = openRouter()
const root = document.getElementById('foyer')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
