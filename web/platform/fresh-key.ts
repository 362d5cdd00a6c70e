// The key that makes a second try of a write harmless.

/**
 * A random UUID of version 4 (RFC 9562). `crypto.randomUUID` itself is missing where the page came over plain HTTP,
 * as within a company's own walls it may.
 */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, at) => withMarks(byte, at).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Byte 6 carries the version, byte 8 the variant. */
function withMarks(byte: number, at: number): number {
  if (at === 6) return (byte & 0x0f) | 0x40
  return at === 8 ? (byte & 0x3f) | 0x80 : byte
}
