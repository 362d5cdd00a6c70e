import { previews } from '#contract/previews'
import { on, type Route } from '#platform/gate'
import { removePreview } from './remove-preview.ts'
import { restorePreview } from './restore-preview.ts'

export const previewsRoutes: Route[] = [
  on(previews.removePreview, removePreview),
  on(previews.restorePreview, restorePreview),
]
