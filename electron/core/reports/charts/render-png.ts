import { createRequire } from 'node:module'
import { sep } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { chartFont } from './svg.ts'

/**
 * The one font the pictures are drawn with, so that they look the same on every machine. In a packed program the font
 * lies beside app.asar: native code cannot read inside the archive.
 */
function fontFile(): string {
  const path = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
  return path.replace(`${sep}app.asar${sep}`, `${sep}app.asar.unpacked${sep}`)
}

/**
 * Draws an SVG as PNG, `width` pixels wide, on white. System fonts are left out on purpose: equal input gives equal
 * bytes everywhere.
 */
export function renderPng(svg: string, width: number): Uint8Array {
  const picture = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: [fontFile()], defaultFontFamily: chartFont },
  })
  return new Uint8Array(picture.render().asPng())
}
