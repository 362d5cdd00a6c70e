// What stands after the question mark of an address.

export type Texts<Name extends string> = { [name in Name]?: string | undefined }

/** What an address asks after its question mark, as far as it is text that says something. */
export function textsOf<Name extends string>(
  given: Record<string, unknown>,
  names: readonly Name[],
): Texts<Name> {
  const texts: Texts<Name> = {}
  for (const name of names) {
    const value = given[name]
    // An address whose words are all digits is read as a number.
    if (typeof value === 'number') texts[name] = String(value)
    if (typeof value === 'string' && value !== '') texts[name] = value
  }
  return texts
}
