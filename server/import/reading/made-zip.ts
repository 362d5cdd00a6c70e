// Writes small zips for tests, honest and hostile ones.
import { crc32, deflateRawSync } from 'node:zlib'

export type MadeEntry = {
  name: string
  /** A text, bytes, or anything else to be written as JSON. */
  content: unknown
  isStored?: boolean
  /** Unix mode and file type, such as 0o120777 for a symbolic link. */
  mode?: number
  /** Uses the bytes of the entry before this one once more. */
  sharesBytes?: boolean
}

/** The bytes of a zip with these entries, in this order. */
export function madeZip(entries: readonly MadeEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  let lastOffset = 0
  for (const { name, content, isStored = false, mode = 0o100644, sharesBytes = false } of entries) {
    const plain = bytesOf(content)
    const packed = isStored ? plain : deflateRawSync(plain)
    const sizes = Buffer.alloc(22)
    sizes.writeUInt16LE(20, 0)
    sizes.writeUInt16LE(0x800, 2)
    sizes.writeUInt16LE(isStored ? 0 : 8, 4)
    sizes.writeUInt32LE(crc32(plain), 10)
    sizes.writeUInt32LE(packed.length, 14)
    sizes.writeUInt32LE(plain.length, 18)
    const nameBytes = Buffer.from(name)
    const names = Buffer.alloc(4)
    names.writeUInt16LE(nameBytes.length, 0)
    if (!sharesBytes) {
      const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), sizes, names, nameBytes, packed])
      lastOffset = offset
      offset += file.length
      files.push(file)
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((mode << 16) >>> 0, 6)
    tail.writeUInt32LE(lastOffset, 10)
    const madeByUnix = Buffer.from([20, 3])
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeByUnix, sizes, names, tail, nameBytes]),
    )
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listed, end])
}

function bytesOf(content: unknown): Buffer {
  if (Buffer.isBuffer(content)) return content
  return Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
}
