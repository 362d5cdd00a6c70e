// When a file is not taken. Pure.
import type { FileLimits } from '#outside/files'
import { type Refusal, refusal } from '#platform/refusal'

/** Left free, since a database on a full disk stops altogether. */
const FREE_BYTES_MIN = 256_000_000
/** What is uploaded and attached to nothing stays so long. */
export const LOOSE_HOURS = 24

type Room = { limits: FileLimits; usedBytes: number; freeBytes: number; bytes: number }

/** Whether so many bytes more are too many for all files together, or for the disk. */
export function whyNoRoom({ limits, usedBytes, freeBytes, bytes }: Room): Refusal | undefined {
  if (limits.allBytes !== undefined && usedBytes + bytes > limits.allBytes) {
    return refusal(
      'too-large',
      'files-full',
      'All files of this network together have at most {most, number} MB, and that is reached. Tell your administrator.',
      { most: Math.round(limits.allBytes / 1e4) / 100 },
    )
  }
  if (freeBytes - bytes < FREE_BYTES_MIN) {
    return refusal(
      'too-large',
      'disk-full',
      'The disk of this network is nearly full, so the file was not kept. Tell your administrator.',
    )
  }
  return undefined
}

/** Whether nothing came at all. */
export function whyEmpty(bytes: number): Refusal | undefined {
  if (bytes > 0) return undefined
  return refusal('invalid', 'empty-file', 'This file is empty: there is nothing in it.')
}
