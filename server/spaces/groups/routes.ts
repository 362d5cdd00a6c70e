import { namedGroups } from '#contract/named-groups'
import { on, type Route } from '#platform/gate'
import { getNamedGroup, listNamedGroups, suggestGroups } from './list-groups.ts'
import { changeNamedGroup, makeNamedGroup, removeNamedGroup } from './make-group.ts'

export const groupsRoutes: Route[] = [
  on(namedGroups.suggestGroups, suggestGroups),
  on(namedGroups.listNamedGroups, listNamedGroups),
  on(namedGroups.getNamedGroup, getNamedGroup),
  on(namedGroups.makeNamedGroup, makeNamedGroup),
  on(namedGroups.changeNamedGroup, changeNamedGroup),
  on(namedGroups.removeNamedGroup, removeNamedGroup),
]
