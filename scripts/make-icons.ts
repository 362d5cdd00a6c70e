// Makes the pictures that a phone puts on its home screen out of the one drawing. Run it when the drawing changes.
import { join } from 'node:path'
import sharp from 'sharp'

const folder = join(import.meta.dirname, '..', 'web', 'public')
const drawing = join(folder, 'icon.svg')
/** The ground of the page by day. */
const GROUND = '#f5f6f3'

/** `share` is how much of the height the drawing takes: phones cut a maskable picture down to its inner four fifths. */
type Icon = { name: string; pixels: number; share: number }

const ICONS: readonly Icon[] = [
  { name: 'icon-192.png', pixels: 192, share: 0.8 },
  { name: 'icon-512.png', pixels: 512, share: 0.8 },
  { name: 'icon-maskable-512.png', pixels: 512, share: 0.56 },
  { name: 'icon-touch-180.png', pixels: 180, share: 0.66 },
]

for (const { name, pixels, share } of ICONS) {
  const height = Math.round(pixels * share)
  const picture = await sharp(drawing, { density: 2400 }).resize({ height }).png().toBuffer()
  await sharp({ create: { width: pixels, height: pixels, channels: 4, background: GROUND } })
    .composite([{ input: picture }])
    .png({ palette: true })
    .toFile(join(folder, name))
}
