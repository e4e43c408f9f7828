import { textWidth, wrapText } from '../text-width.ts'
import { xmlText } from '../plain-text.ts'
import { ink } from './grade-colours.ts'

/** A drawn chart: the picture as SVG text and its size in CSS pixels (0.75 pt). */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** The font the pictures are drawn with; it must be one the rasteriser is given. */
export const chartFont = 'Noto Sans SC'

/** Estimated width of text in pixels; Latin letters of the chart's font are a little wider than half an em. */
export function textPixels(text: string, size: number): number {
  return textWidth(text) * size * 0.56
}

/** The lines of a label: the whole of it, unless it is longer than any name of a department or category. */
export function labelLines(label: string, columns: number): string[] {
  const lines = wrapText(label, columns)
  return lines.length <= longestLabel ? lines : [...lines.slice(0, longestLabel - 1), `${lines[longestLabel - 1] ?? ''}…`]
}

/** Lines; with 24 columns a label of 96 Chinese characters is still whole. */
const longestLabel = 8

export interface TextStyle {
  readonly size: number
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** Lines of text around the height `y`, which is the middle of the block. */
export function textBlock(lines: readonly string[], at: { x: number; y: number }, style: TextStyle): string {
  const leading = style.size * 1.25
  const first = at.y - ((lines.length - 1) * leading) / 2 + style.size * 0.36
  const attributes = `font-size="${style.size}" fill="${style.fill ?? ink.text}" text-anchor="${style.anchor ?? 'start'}"`
  return lines.map((line, index) => `<text x="${round(at.x)}" y="${round(first + index * leading)}" ${attributes}>${xmlText(line)}</text>`).join('')
}

export function box(at: { x: number; y: number; width: number; height: number }, fill: string, stroke?: string): string {
  const outline = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="1"`
  return `<rect x="${round(at.x)}" y="${round(at.y)}" width="${round(at.width)}" height="${round(at.height)}" fill="${fill}"${outline}/>`
}

/** A whole picture on white paper. */
export function drawing(size: { width: number; height: number }, parts: readonly string[]): Drawing {
  const width = Math.ceil(size.width)
  const height = Math.ceil(size.height)
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${chartFont}">`
  return { svg: `${open}${box({ x: 0, y: 0, width, height }, ink.paper)}${parts.join('')}</svg>`, width, height }
}

/** Two decimals: equal input must give equal text. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
