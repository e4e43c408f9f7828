import { plainLine, xmlText } from '../plain-text.ts'
import { textWidth, wrapText } from '../text-width.ts'

/** Side of a tile, mm: the type area of 156 × 225 mm holds two by three of them, upright or turned. */
const side = 75
/** Half-ems of a line; a longer text is set in several. */
const longestLine = 24
/** A Chinese character is at most so large, mm, and a line takes at most this part of its tile, for it stands aslant. */
const largest = 9
const part = 0.9
const lineHeight = 1.3
const slant = -35

/** Families as an SVG names them that stands by itself: the rules of the page do not reach into a picture. */
const face = 'SimHei,STHeiti,Microsoft YaHei,PingFang SC,Noto Sans CJK SC,Source Han Sans SC,Noto Sans SC,sans-serif'

/** The watermark once, in a square of `side`. */
function tileOf(text: string): string {
  const lines = wrapText(text, longestLine)
  const size = Math.min(largest, (side * part * 2) / Math.max(...lines.map(textWidth)))
  const middle = side / 2
  const from = middle + size / 3 - ((lines.length - 1) * size * lineHeight) / 2
  const words = lines.map((line, index) => `<tspan x="${middle}" y="${(from + index * size * lineHeight).toFixed(2)}">${xmlText(line)}</tspan>`)
  return `<text transform="rotate(${slant} ${middle} ${middle})" font-size="${size.toFixed(2)}" text-anchor="middle" font-family="${face}" fill="#000" fill-opacity=".13">${words.join('')}</text>`
}

/**
 * The attribute by which the watermark is printed behind the whole of every page. What is fixed on a page would be measured
 * by the first one and miss the foot of an upright page or the side of a turned one; the background of the body is laid on
 * each sheet anew, however it lies and however little stands on it. The picture is part of the page and refers to nothing.
 */
export function watermarkBehind(text: string): string {
  const line = plainLine(text)
  if (line === '') return ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}mm" height="${side}mm" viewBox="0 0 ${side} ${side}">${tileOf(line)}</svg>`
  return ` background="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}"`
}

/** Tiles across the window of a preview, both ways. */
const across = 4

/** The same over the window in which a paper is looked at, where sheets have no background of their own. */
export function watermarkOverWindow(text: string): string {
  const line = plainLine(text)
  if (line === '') return ''
  const tile = tileOf(line)
  const places = Array.from({ length: across * across }, (_, index) => [(index % across) * side, Math.floor(index / across) * side] as const)
  const tiles = places.map(([x, y]) => `<g transform="translate(${x} ${y})">${tile}</g>`).join('')
  return `<div class="watermark" aria-hidden="true"><svg viewBox="0 0 ${across * side} ${across * side}" preserveAspectRatio="xMidYMid slice">${tiles}</svg></div>`
}
