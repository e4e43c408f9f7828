import { useCallback, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'

interface Place { readonly row: number; readonly cell: number }

/** Both handlers go on the element around all cells. */
export interface RovingGrid {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
  /** Goes on every cell; only one of them is in the order of the Tab key. */
  readonly cellProps: (row: number, cell: number) => { readonly 'data-place': string; readonly tabIndex: 0 | -1 }
}

const nameOf = ({ row, cell }: Place): string => `${row}:${cell}`

function placeOf(element: Element | null): Place | undefined {
  const [row, cell] = element?.getAttribute('data-place')?.split(':').map(Number) ?? []
  return row === undefined || cell === undefined ? undefined : { row, cell }
}

const within = (wanted: number, length: number): number => Math.max(0, Math.min(wanted, length - 1))

/** Where a key leads from a place; undefined where it is no key of the grid. Rows may differ in length. */
export function nextPlace(key: string, { row, cell }: Place, lengths: readonly number[]): Place | undefined {
  const inRow = (wantedRow: number, wantedCell: number): Place => {
    const at = within(wantedRow, lengths.length)
    return { row: at, cell: within(wantedCell, lengths[at] ?? 1) }
  }
  switch (key) {
    case 'ArrowUp': return inRow(row - 1, cell)
    case 'ArrowDown': return inRow(row + 1, cell)
    case 'ArrowLeft': return inRow(row, cell - 1)
    case 'ArrowRight': return inRow(row, cell + 1)
    case 'Home': return inRow(row, 0)
    case 'End': return inRow(row, Number.MAX_SAFE_INTEGER)
    case 'PageUp': return inRow(0, cell)
    case 'PageDown': return inRow(Number.MAX_SAFE_INTEGER, cell)
    default: return undefined
  }
}

/**
 * One stop of the Tab key for a whole chart, inside of which the arrows move (the grid pattern of WAI-ARIA).
 * @param lengths number of cells in each row
 */
export function useRovingGrid(lengths: readonly number[]): RovingGrid {
  const [current, setCurrent] = useState<Place>({ row: 0, cell: 0 })
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof Element)) return
    const place = placeOf(event.target.closest('[data-place]'))
    const next = place && nextPlace(event.key, place, lengths)
    if (next === undefined) return
    event.preventDefault()
    const cell = event.currentTarget.querySelector<HTMLElement | SVGElement>(`[data-place="${nameOf(next)}"]`)
    cell?.focus()
  }, [lengths])
  const onFocus = useCallback((event: FocusEvent) => {
    const place = placeOf(event.target.closest('[data-place]'))
    if (place !== undefined) setCurrent(place)
  }, [])
  // A grid that has become smaller must not lose its stop of the Tab key.
  const row = Math.min(current.row, Math.max(0, lengths.length - 1))
  const stop = nameOf({ row, cell: Math.min(current.cell, Math.max(0, (lengths[row] ?? 1) - 1)) })
  const cellProps = useCallback((atRow: number, cell: number) => {
    const place = nameOf({ row: atRow, cell })
    return { 'data-place': place, tabIndex: place === stop ? 0 as const : -1 as const }
  }, [stop])
  return { onKeyDown, onFocus, cellProps }
}
