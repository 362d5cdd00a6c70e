// Statements of the screens that people wait for most: composed once, then only run. To put such a text together anew at
// every request takes the server longer than all else that it does for the request.
import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Db } from './db.ts'

/** Where a value will stand in a composed text. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Composed = { text: string; names: string[] }

/** What stands for the given values while a text is composed: each may be used any number of times. */
export type Places<Given> = { readonly [Name in keyof Given]-?: RawBuilder<Given[Name]> }

/**
 * Prepares a statement of one or several shapes.
 * @param compose puts the text of a shape together. It gets places instead of values, and must depend on nothing but
 *   the shape.
 * @returns runs the statement of a shape with values in the places
 */
export function statement<Shape extends string, Given extends Record<string, unknown>, Row>(
  compose: (shape: Shape, places: Places<Given>) => RawBuilder<Row>,
): (db: Db, shape: Shape, given: Given) => Promise<Row[]> {
  const known = new Map<Shape, Composed>()
  return async (db, shape, given) => {
    let composed = known.get(shape)
    if (composed === undefined) {
      composed = composedOf(compose(shape, places<Given>()), db)
      known.set(shape, composed)
    }
    const values = composed.names.map((name) => given[name])
    const found = await db.executeQuery<Row>(CompiledQuery.raw(composed.text, values))
    return found.rows
  }
}

function places<Given>(): Places<Given> {
  return new Proxy({} as Places<Given>, { get: (_, name) => sql`${new Place(String(name))}` })
}

/** One parameter for each place, however often it stands in the text. */
function composedOf(query: RawBuilder<unknown>, db: Db): Composed {
  const { sql: text, parameters } = query.compile(db)
  const names = parameters.map((parameter) => {
    if (parameter instanceof Place) return parameter.name
    throw new Error('A prepared statement holds a value where a place for it was expected.')
  })
  const different = [...new Set(names)]
  const numberOf = (old: string) => different.indexOf(names[Number(old) - 1] ?? '') + 1
  return { text: text.replaceAll(/\$(\d+)/g, (_, old: string) => `$${numberOf(old)}`), names: different }
}
