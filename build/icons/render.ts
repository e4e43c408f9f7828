import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'

// Draws the icons of all platforms from icon.svg. Run after changing it: `npm exec -c 'node build/icons/render.ts'`.

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const drawing = readFileSync(at('icon.svg'), 'utf8')

const png = (size: number): Buffer => new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render().asPng()

/** Windows: a directory of pictures, each a PNG; 0 stands for 256 pixels. */
function ico(sizes: readonly number[]): Buffer {
  const pictures = sizes.map(png)
  const head = Buffer.alloc(6 + 16 * sizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let offset = head.length
  for (const [index, picture] of pictures.entries()) {
    const entry = 6 + 16 * index
    const side = (sizes[index] ?? 0) % 256
    head.writeUInt8(side, entry)
    head.writeUInt8(side, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(picture.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += picture.length
  }
  return Buffer.concat([head, ...pictures])
}

/** macOS: blocks of a four-letter type, the length and a PNG. */
function icns(types: Readonly<Record<string, number>>): Buffer {
  const blocks = Object.entries(types).map(([type, size]) => block(type, png(size)))
  return block('icns', Buffer.concat(blocks))
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}

mkdirSync(at('linux'), { recursive: true })
for (const size of [16, 32, 48, 64, 128, 256, 512]) writeFileSync(at(`linux/${size}x${size}.png`), png(size))
writeFileSync(at('icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]))
writeFileSync(at('icon.icns'), icns({ ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }))
