import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { headHeight, rowHeight } from './grid-geometry.ts'

/** The rows in sight of so many, and the way to bring one into sight below the head. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): { readonly indexes: readonly number[]; readonly bringRow: (index: number) => void } {
  // oxlint-disable-next-line react/incompatible-library -- its answers change with scrolling and are read in each render, never remembered
  const virtualizer = useVirtualizer({
    count, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8, scrollMargin: headHeight, scrollPaddingStart: headHeight,
  })
  return {
    indexes: virtualizer.getVirtualItems().map(({ index }) => index),
    bringRow: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  }
}
