import { textWidth } from '../text-width.ts'

/** Half-points: as large as the width allows, never so small that it no longer reads as a head. */
const largest = 96
const smallest = 44

/** Size of the red head in half-points, so that the name of the office stands on one line of `width` twips. */
export function redHeadSize(text: string, width: number): number {
  const halfEms = Math.max(1, textWidth(text))
  return Math.min(largest, Math.max(smallest, Math.floor((width / 20 / halfEms) * 4)))
}
