import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { lineProblem } from './client.ts'

/**
 * A screen that is fetched when it is first opened. When that fails, the router would load the whole page anew, which
 * without a line loses the page; so it is told what a broken line is called here, and shows that.
 */
export function screen<Name extends string, Module extends Record<Name, ComponentType>>(
  load: () => Promise<Module>,
  name: Name,
) {
  const loadOrTell = () =>
    load().catch(() => {
      throw lineProblem()
    })
  return lazyRouteComponent(loadOrTell, name)
}
