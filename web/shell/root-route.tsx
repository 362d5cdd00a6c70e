// What every address of the page stands under.
import { createRootRoute, createRoute, type lazyRouteComponent } from '@tanstack/react-router'
import { NotFoundPage } from './not-found-page.tsx'
import { Shell } from './shell.tsx'

export const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

/** An address without anything after a question mark, and its screen. */
export const at = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component })
