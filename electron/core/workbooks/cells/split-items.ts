import { itemMarkers, type ItemMarker } from './item-markers.ts'

const closingMarks = /[；;，,、\s]+$/u

function trimItem(text: string): string {
  return text.trim().replace(closingMarks, '')
}

/** The markers that count 1, 2, 3 …: on their own lines if those count on, otherwise wherever the next number stands. */
function countedMarkers(markers: readonly ItemMarker[]): ItemMarker[] {
  const lines = markers.filter((marker) => marker.opensLine)
  if (lines.length > 1 && lines.every((marker, index) => marker.number === index + 1)) return lines
  const chosen: ItemMarker[] = []
  for (const marker of markers) {
    const last = chosen.at(-1)?.number ?? 0
    if (marker.number === last + 1 || (marker.opensLine && last > 0 && marker.number > last)) chosen.push(marker)
  }
  return chosen
}

function numberedParts(text: string): string[] | undefined {
  const markers = itemMarkers(text)
  const style = markers[0]?.style
  const chosen = countedMarkers(markers.filter((marker) => marker.style === style))
  const [first] = chosen
  if (first === undefined || (chosen.length === 1 && text.slice(0, first.start).trim() !== '')) return undefined
  const heading = text.slice(0, first.start)
  const parts = chosen.map((marker, index) => text.slice(marker.end, chosen[index + 1]?.start))
  return [heading + (parts[0] ?? ''), ...parts.slice(1)].map(trimItem).filter((part) => part !== '')
}

/**
 * The separate items of a numbered cell (`1.` `1、` `1)` `（1）` `①` `一、` `（一）`), on lines of their own or on one line.
 *
 * Only numbers that count up from one open an item, so decimals, dates and 第1、2条 stay whole. Line breaks inside an item
 * stay; words before the first number stay with the first item; a cell without numbers is one item.
 */
export function splitNumberedItems(text: string): string[] {
  const whole = text.replaceAll('\r\n', '\n').trim()
  if (whole === '') return []
  return numberedParts(whole) ?? [trimItem(whole)].filter((item) => item !== '')
}

function bracketChange(letter: string): number {
  if ('（(《“「'.includes(letter)) return 1
  return '）)》”」'.includes(letter) ? -1 : 0
}

const sentenceEnd = /[。；;！!]\s*$/u

/** Cuts at ； outside brackets, and at a line break after a finished sentence. */
function unnumberedParts(text: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const letter of text) {
    depth = Math.max(0, depth + bracketChange(letter))
    const current = parts.at(-1) ?? ''
    const cut = depth === 0 && (letter === '；' || letter === ';' || (letter === '\n' && (current === '' || sentenceEnd.test(current))))
    if (cut) parts.push('')
    else parts[parts.length - 1] = current + letter
  }
  return parts.map(trimItem).filter((part) => part !== '')
}

/**
 * The separate control measures of a cell: by their numbers where there are any, otherwise by ； and by the line breaks
 * that follow a finished sentence.
 */
export function splitMeasures(text: string): string[] {
  const whole = text.replaceAll('\r\n', '\n').trim()
  if (whole === '') return []
  return numberedParts(whole) ?? unnumberedParts(whole)
}
