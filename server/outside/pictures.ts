// Pictures, read and written anew: upright, in sRGB, and without what they tell of place, time and camera. The library
// is loaded when the first picture comes, so that those who start Foyer do not wait for it.
import type { Sharp } from 'sharp'
import { refusal } from '#platform/refusal'

/** Width and height in pixels, as it is shown. */
export type Measured = { width: number; height: number }

/** More than the cameras of phones make; each pixel takes up to four bytes of memory while it is read. */
const PIXELS_MAX = 50_000_000
const SECONDS_MAX = 60
/** Each takes up to a few hundred megabytes; more at once would take the memory of everything else. */
const AT_ONCE = 2

/** What is read at all. Whatever else the library knows, such as SVG, would only widen what can go wrong. */
const READ = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`)

type Load = typeof import('sharp').default

let loading: Promise<Load> | undefined

function load(): Promise<Load> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: READ })
    return sharp
  })
  return loading
}

/**
 * Writes a picture anew in its own format. Animated ones stay so.
 * @param picture `contentType` is one of JPEG, PNG, WebP, GIF and AVIF, found from the bytes
 * @throws Refusal when it is broken or has too many pixels
 */
export async function rewritePicture(picture: {
  from: string
  to: string
  contentType: string
}): Promise<Measured> {
  const { from, to, contentType } = picture
  const isAnimated = contentType === 'image/gif' || contentType === 'image/webp'
  const sharp = await load()
  return inTurn(async () => {
    const options = { animated: isAnimated, limitInputPixels: PIXELS_MAX, failOn: 'error' } as const
    const facts = await sharp(from, { ...options, limitInputPixels: false })
      .metadata()
      .catch(refuseBroken)
    if (facts.width * facts.height > PIXELS_MAX) throw tooManyPixels()
    const upright = sharp(from, options).autoOrient().timeout({ seconds: SECONDS_MAX })
    const made = await inFormat(upright, { contentType, isPalette: facts.isPalette })
      .toFile(to)
      .catch(refuseBroken)
    return { width: made.width, height: made.pageHeight ?? made.height }
  })
}

/** Writes a picture as WebP, at most so many pixels wide. Of an animated one it is the first moment: nothing blinks. */
export async function narrowPicture(picture: { from: string; to: string; width: number }): Promise<void> {
  const { from, to, width } = picture
  const sharp = await load()
  await inTurn(() =>
    sharp(from, { limitInputPixels: PIXELS_MAX })
      .resize({ width, withoutEnlargement: true })
      .timeout({ seconds: SECONDS_MAX })
      .webp({ quality: 82 })
      .toFile(to),
  )
}

function inFormat(picture: Sharp, of: { contentType: string; isPalette: boolean }): Sharp {
  if (of.contentType === 'image/png') return picture.png({ palette: of.isPalette, effort: 4 })
  if (of.contentType === 'image/webp') return picture.webp({ quality: 90 })
  if (of.contentType === 'image/gif') return picture.gif()
  if (of.contentType === 'image/avif') return picture.avif({ quality: 65, effort: 2 })
  return picture.jpeg({ quality: 90, progressive: true })
}

function tooManyPixels() {
  return refusal(
    'invalid',
    'picture-too-large',
    'A picture has at most {millions} million pixels here, all its frames together. Make it smaller first.',
    { millions: PIXELS_MAX / 1_000_000 },
  )
}

function refuseBroken(): never {
  throw refusal(
    'invalid',
    'picture-broken',
    'This picture cannot be read, so it was not kept. Open it in a picture program and save it anew.',
  )
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    // Whoever waits takes this turn over, so that nobody comes in between.
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
