/** A value as JSON that the database takes: half of a pair of surrogates stands for no character, and becomes U+FFFD. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? each.toWellFormed() : each))
}
