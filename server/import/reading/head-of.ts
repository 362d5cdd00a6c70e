import { open } from 'node:fs/promises'
import { whyNotReadable } from '../why-not-readable.ts'

/**
 * The first bytes of a file, by which archives are told apart.
 * @throws UnreadableArchive when the path cannot be read
 */
export async function headOf(path: string, bytesMax: number): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytesMax), 0, bytesMax, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw whyNotReadable(error, path)
  }
}
