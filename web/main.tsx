import '@fontsource-variable/instrument-sans/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import './ui/faces.css'
import './ui/tokens.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { startOffline } from '#browser/offline'
import { openQueries } from '#browser/queries'
import { knowWhoIsThere } from '#browser/session'
import { showTheme } from '#browser/theme'
import { openRouter } from './routes.tsx'

showTheme()
const queries = openQueries()
startOffline(queries)
const router = openRouter()
const root = document.getElementById('foyer')
if (root !== null) {
  const page = createRoot(root)
  // Drawn once, when it is known who is there and the screen has come, whose document asked for both already. As a
  // transition it is drawn in slices, between which the browser does what else waits.
  Promise.allSettled([knowWhoIsThere(queries), router.load()]).then(() =>
    startTransition(() =>
      page.render(
        <StrictMode>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </StrictMode>,
      ),
    ),
  )
}
