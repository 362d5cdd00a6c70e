import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import type { File } from '#contract/files'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const member = await foyer.as('member')

const addressOf = ({ id, name }: File) => `/files/${id}/${encodeURIComponent(name)}`

async function kept(name: string, bytes: Uint8Array): Promise<File> {
  const answer = await member.upload(name, bytes)
  assert.equal(answer.problem, undefined)
  return answer.body
}

async function served(file: File, query = ''): Promise<{ headers: Headers; bytes: Buffer }> {
  const answer = await member.open(`${addressOf(file)}${query}`)
  assert.equal(answer.status, 200)
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0a6' } })

/** What a phone writes into a picture, with a word that must not come out again. */
const SECRET = 'Kirkegata 4'
const told = {
  IFD0: { Make: 'Phone', Artist: SECRET },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '59/1 54/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '10/1 44/1 0/1',
  },
}

let gif: Buffer

const formats = {
  'image/jpeg': (picture: Sharp) => picture.jpeg(),
  'image/png': (picture: Sharp) => picture.png(),
  'image/webp': (picture: Sharp) => picture.webp(),
  'image/avif': (picture: Sharp) => picture.avif({ effort: 0 }),
}

before(async () => {
  const frames = await Promise.all(
    ['#f00', '#0f0', '#00f'].map((background) =>
      sharp({ create: { width: 40, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  gif = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer()
})

describe('a picture', () => {
  for (const [contentType, inFormat] of Object.entries(formats)) {
    it(`tells nothing of where and by whom it was taken: ${contentType}`, async () => {
      const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${SECRET}</rdf:Description></rdf:RDF></x:xmpmeta>`
      const taken = await inFormat(plain(60, 30).withExif(told).withXmp(xmp)).toBuffer()
      assert.ok(taken.includes(SECRET))
      const file = await kept('taken', taken)
      assert.deepEqual([file.contentType, file.width, file.height], [contentType, 60, 30])
      for (const query of ['', '?width=320']) {
        const { headers, bytes } = await served(file, query)
        const { exif, xmp: left, iptc, width } = await sharp(bytes).metadata()
        assert.deepEqual([exif, left, iptc, width], [undefined, undefined, undefined, 60])
        assert.equal(bytes.includes(SECRET), false)
        assert.equal(headers.get('content-type'), query === '' ? contentType : 'image/webp')
        assert.match(headers.get('content-disposition') ?? '', /^inline; /)
      }
    })
  }

  it('stands upright, however the camera was held', async () => {
    const lying = await plain(60, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const file = await kept('lying.jpg', lying)
    assert.deepEqual([file.width, file.height], [30, 60])
    const { width, height, orientation } = await sharp((await served(file)).bytes).metadata()
    assert.deepEqual([width, height, orientation], [30, 60, undefined])
  })

  it('keeps its colours when it came with a profile of its own', async () => {
    const wide = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c04080' } })
      .withIccProfile('p3')
      .png()
      .toBuffer()
    const { bytes } = await served(await kept('wide.png', wide))
    assert.equal((await sharp(bytes).metadata()).icc, undefined)
    const [red = 0, green = 0, blue = 0] = await sharp(bytes).removeAlpha().raw().toBuffer()
    for (const [channel, expected] of [
      [red, 0xc0],
      [green, 0x40],
      [blue, 0x80],
    ] as const) {
      assert.ok(Math.abs(channel - expected) <= 3, `${red} ${green} ${blue}`)
    }
  })

  it('comes in smaller widths in its true proportions, never larger than it is, and is not sent twice', async () => {
    const file = await kept('wide.png', await plain(1000, 500).png().toBuffer())
    for (const [asked, width] of [
      ['320', 320],
      ['640', 640],
      ['1280', 1000],
    ] as const) {
      const first = await served(file, `?width=${asked}`)
      const facts = await sharp(first.bytes).metadata()
      assert.deepEqual([facts.width, facts.height], [width, width / 2])
      const again = await member.open(`${addressOf(file)}?width=${asked}`, {
        headers: { 'if-none-match': first.headers.get('etag') ?? '' },
      })
      assert.equal(again.status, 304)
    }
    assert.equal((await member.open(`${addressOf(file)}?width=100000`)).status, 400)
  })

  it('in a width that many ask for at once is made once and whole for all', async () => {
    const file = await kept('asked.png', await plain(900, 300).png().toBuffer())
    const answers = await Promise.all(Array.from({ length: 8 }, () => served(file, '?width=640')))
    for (const { bytes } of answers) assert.deepEqual(bytes, answers[0]?.bytes)
  })

  it('that moves still moves when it is opened, and stands still where it is small', async () => {
    const file = await kept('moves.gif', gif)
    assert.deepEqual([file.contentType, file.width, file.height], ['image/gif', 40, 20])
    const whole = await sharp((await served(file)).bytes).metadata()
    assert.deepEqual([whole.pages, whole.delay], [3, [100, 100, 100]])
    const small = await sharp((await served(file, '?width=320')).bytes, { animated: true }).metadata()
    assert.deepEqual([small.pages ?? 1, small.width, small.height], [1, 40, 20])
  })

  it('is rid of whatever was hidden behind it', async () => {
    const jpeg = await plain(20, 20).jpeg().toBuffer()
    const page = '<script>alert(1)</script>'
    const file = await kept('both.jpg', Buffer.concat([jpeg, Buffer.from(page)]))
    assert.equal((await served(file)).bytes.includes(page), false)
  })
})

describe('a picture that is none', () => {
  async function refused(code: string, bytes: Uint8Array): Promise<void> {
    const answer = await member.upload('x.png', bytes)
    assert.equal(answer.problem?.code, code)
  }

  /** A PNG of 60,000 by 60,000 pixels in a hundred bytes. */
  async function bomb(): Promise<Buffer> {
    const small = await plain(1, 1).png().toBuffer()
    const header = Buffer.from(small.subarray(12, 29))
    header.writeUInt32BE(60_000, 4)
    header.writeUInt32BE(60_000, 8)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(header))
    return Buffer.concat([small.subarray(0, 12), header, sum, small.subarray(33)])
  }

  it('is refused when it would unfold to more pixels than memory should hold', async () => {
    await refused('picture-too-large', await bomb())
  })

  it('is refused when it is broken', async () => {
    const whole = await plain(300, 300).jpeg().toBuffer()
    await refused('picture-broken', whole.subarray(0, 200))
    await refused('picture-broken', Buffer.from('GIF89a and no more of it'))
  })

  it('is refused as HEIC, which nothing here can clean', async () => {
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\0\0\0\0mif1heic'),
      Buffer.alloc(64),
    ])
    await refused('picture-heic', heic)
  })

  it('is kept or refused, however its bytes were spoilt, and never a bug', async () => {
    const whole = [
      gif,
      ...(await Promise.all(Object.values(formats).map((make) => make(plain(30, 20)).toBuffer()))),
    ]
    const spoiling = fc.record({
      bytes: fc.constantFrom(...whole),
      at: fc.nat(),
      by: fc.uint8Array({ minLength: 1, maxLength: 12 }),
      length: fc.integer({ min: 1, max: 2000 }),
    })
    await fc.assert(
      fc.asyncProperty(spoiling, async ({ bytes, at, by, length }) => {
        const spoilt = Buffer.from(bytes)
        spoilt.set(by.subarray(0, spoilt.length), at % Math.max(1, spoilt.length - by.length))
        const answer = await member.upload('spoilt', spoilt.subarray(0, length))
        assert.ok(answer.status < 500, String(answer.problem?.detail))
      }),
      { numRuns: 60 },
    )
  })
})
