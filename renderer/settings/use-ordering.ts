import { useCallback, useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

/** An order is written when the person has come to rest, so that ten key presses are one entry of the history. */
const restTime = 700

export interface Ordering {
  readonly order: readonly string[]
  readonly row: (id: string) => { readonly 'data-dragged': boolean; readonly onDragOver: (event: DragEvent) => void; readonly onDrop: (event: DragEvent) => void }
  /** For the handle: a button that is dragged, or moved by the arrow keys. */
  readonly handle: (id: string) => { readonly draggable: true; readonly 'data-handle': string; readonly onDragStart: (event: DragEvent) => void; readonly onDragEnd: () => void; readonly onKeyDown: (event: KeyboardEvent) => void }
}

export function moved(order: readonly string[], id: string, to: number): string[] {
  const rest = order.filter((other) => other !== id)
  const at = Math.max(0, Math.min(to, rest.length))
  return [...rest.slice(0, at), id, ...rest.slice(at)]
}

/**
 * Lets a list be put in order by dragging and by keyboard. What was ordered shows at once; where it could not be
 * written the list goes back to how it stands.
 * @param write answers when the order has been written; it tells of failures itself
 */
export function useOrdering(ids: readonly string[], write: (ids: readonly string[]) => Promise<void>): Ordering {
  const [wanted, setWanted] = useState<readonly string[]>()
  const [dragged, setDragged] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const complete = wanted !== undefined && wanted.length === ids.length && wanted.every((id) => ids.includes(id))
  const order = complete ? wanted : ids

  const change = useCallback((next: readonly string[], rest: number) => {
    setWanted(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => { void write(next).finally(() => setWanted((now) => (now === next ? undefined : now))) }, rest)
  }, [write])

  const row = (id: string) => ({
    'data-dragged': dragged === id,
    onDragOver: (event: DragEvent) => {
      if (dragged === undefined) return
      event.preventDefault()
      if (dragged !== id) setWanted(moved(order, dragged, order.indexOf(id)))
    },
    onDrop: (event: DragEvent) => { event.preventDefault(); if (dragged !== undefined) change(order, 0) },
  })
  const handle = (id: string) => ({
    draggable: true as const,
    'data-handle': id,
    onDragStart: (event: DragEvent) => { event.dataTransfer.effectAllowed = 'move'; setDragged(id) },
    onDragEnd: () => setDragged(undefined),
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (by === 0) return
      event.preventDefault()
      const { currentTarget } = event
      flushSync(() => change(moved(order, id, order.indexOf(id) + by), restTime))
      // A row that changes its place in the document loses the focus.
      if (currentTarget instanceof HTMLElement) currentTarget.focus()
    },
  })
  return { order, row, handle }
}
