// Text as PostgreSQL takes it.

/** Without the characters that no database column holds: NUL, and halves of characters. */
export function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}
