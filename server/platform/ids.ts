// Identities: UUIDv7, so that newer things sort later and inserts stay at the right end of an index.
import { createHash, randomBytes } from 'node:crypto'

/** A fresh UUIDv7 for the given instant; the brand is the caller's to claim. */
export function newId<Id extends string>(at: Temporal.Instant): Id {
  return uuidSeven(at.epochMilliseconds, randomBytes(10)) as Id
}

/**
 * The UUIDv7 of something that came from elsewhere: the same source, key and instant give the same id at every
 * reading, so that a second import finds what the first one wrote.
 */
export function idOf<Id extends string>(source: string, key: string, at: Temporal.Instant): Id {
  const digest = createHash('sha256').update(source).update('\0').update(key).digest()
  return uuidSeven(at.epochMilliseconds, digest) as Id
}

// Layout of RFC 9562 §5.7: 48 bits of milliseconds, version 7, 12 random bits, variant 10, 62 random bits.
function uuidSeven(milliseconds: number, random: Buffer): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(Math.max(0, milliseconds), 0, 6)
  random.copy(bytes, 6, 0, 10)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
