import type { KeyboardEvent } from 'react'
import { shortcutOf } from '#renderer/app/use-shortcut.ts'
import type { CellEdit, GridRow } from './grid-column.ts'
import type { GridProps } from './grid.tsx'
import type { ShownColumn } from './grid-row.tsx'
import { movedBy, nextCell } from './grid-state.ts'
import type { CellPlace, Editing } from './grid-state.ts'
import { toTsv } from './tsv.ts'
import type { VisibleRows } from './use-visible-rows.ts'

interface Situation<Row extends GridRow> extends GridProps<Row> {
  readonly shown: readonly ShownColumn<Row>[]
  readonly rows: VisibleRows<Row>
  readonly active: CellPlace | undefined
  readonly total: number | undefined
  readonly go: (to: CellPlace) => void
  readonly editing: Editing | undefined
  readonly setEditing: (editing: Editing | undefined) => void
  readonly focus: () => void
  readonly pageRows: () => number
}

export interface GridCommands {
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  /** Something was typed where nothing is being edited yet, or into the open editor. */
  readonly type: (text: string) => void
  readonly edit: () => void
  readonly commit: (value: string | null, then?: 1 | -1 | 'down') => void
  readonly cancel: () => void
  /** What Ctrl+C takes; undefined where the editor's own text is meant. */
  readonly copyText: () => string | undefined
  readonly paste: (text: string) => boolean
}

/** A key's meaning; one that is passed on keeps the meaning it has around the grid. */
type Act = () => 'taken' | 'passed'

const taken = (act: () => void): Act => () => {
  act()
  return 'taken'
}

/** What keys mean in a grid, as in a workbook: moving, editing, choosing, copying. */
export function useGridKeys<Row extends GridRow>(now: Situation<Row>): GridCommands {
  const { active, shown, rows, total, editing, setEditing, go, focus } = now
  const row = active === undefined ? undefined : rows.at(active.row)
  const column = active === undefined ? undefined : shown[active.column]?.column
  const bounds = { rows: total ?? 0, columns: shown.length }

  const begin = (text: string) => {
    if (row === undefined || column?.edit === undefined) return
    setEditing({ rowId: row.id, columnId: column.id, text })
  }
  const cancel = () => { setEditing(undefined); focus() }
  const moveOn = (then: 1 | -1 | 'down' | undefined) => {
    if (active === undefined || then === undefined) return
    const to = then === 'down' ? movedBy(active, 'ArrowDown', { ...bounds, page: 1 }) : nextCell(active, then, bounds)
    if (to !== undefined) go(to)
  }
  const commit = (value: string | null, then?: 1 | -1 | 'down') => {
    if (row === undefined || column?.edit === undefined || editing === undefined) return
    const { edit } = column
    const typed = editing
    setEditing(undefined)
    focus()
    moveOn(then)
    if (value === edit.value(row)) return
    void save(row, edit, value, typed)
  }
  const save = async (saved: Row, edit: CellEdit<Row>, value: string | null, typed: Editing) => {
    const failure = await now.onCommit(saved, edit, value)
    if (failure === undefined || active === undefined) return
    // The text comes back with the sentence beside it; nothing that was typed is lost.
    go(active)
    setEditing({ ...typed, text: value ?? '', failure })
  }
  const chosenRows = (): Row[] => [...now.selection.ids].flatMap((id) => now.source.known(id) ?? [])

  const whileEditing = (event: KeyboardEvent<HTMLTextAreaElement>, shortcut: string): void => {
    const text = event.currentTarget.value.trim()
    const value = text === '' ? null : text
    const stops: Record<string, () => void> = {
      'Enter': () => commit(value, 'down'),
      'Ctrl+Enter': () => commit(value),
      'Ctrl+S': () => commit(value),
      'Tab': () => commit(value, 1),
      'Shift+Tab': () => commit(value, -1),
      'Escape': cancel,
    }
    const stop = stops[shortcut]
    if (shortcut === 'Alt+Enter') { insertLine(event.currentTarget); event.preventDefault() }
    if (stop === undefined) return
    event.preventDefault()
    event.stopPropagation()
    stop()
  }

  const whileMoving = (event: KeyboardEvent<HTMLTextAreaElement>, shortcut: string): void => {
    if (active === undefined) return
    const act = moves(shortcut) ?? acts[shortcut]
    if (act === undefined) return
    if (act() === 'passed') return
    event.preventDefault()
    event.stopPropagation()
  }
  const moves = (shortcut: string): Act | undefined => {
    if (active === undefined) return undefined
    const extending = shortcut.startsWith('Shift+') || shortcut.startsWith('Ctrl+Shift+')
    const to = movedBy(active, shortcut.replace('Shift+', ''), { ...bounds, page: now.pageRows() })
    if (to === undefined) return undefined
    return () => {
      if (extending && to.row !== active.row) now.onRange(to.row, false, active.row)
      go(to)
      return 'taken'
    }
  }
  const tab = (step: 1 | -1): Act => () => {
    const to = active === undefined ? undefined : nextCell(active, step, bounds)
    if (to === undefined) return 'passed'
    go(to)
    return 'taken'
  }
  const withdraw = () => {
    const chosen = chosenRows()
    now.onWithdraw(chosen.length > 0 || row === undefined ? chosen : [row])
  }
  const acts: Record<string, Act> = {
    'Enter': taken(() => { if (row !== undefined) now.onOpen(row) }),
    'F2': taken(() => begin(row === undefined ? '' : column?.edit?.value(row) ?? '')),
    ' ': taken(() => { if (row !== undefined && active !== undefined) now.onToggle(row, active.row) }),
    'Delete': taken(withdraw),
    'Ctrl+A': taken(() => now.onSelectAll(total ?? 0)),
    'Escape': () => (now.selection.ids.size === 0 ? 'passed' : taken(now.onClearSelection)()),
    'Tab': tab(1),
    'Shift+Tab': tab(-1),
  }

  return {
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      const shortcut = shortcutOf(event)
      if (editing === undefined) whileMoving(event, shortcut)
      else whileEditing(event, shortcut)
    },
    type: (text) => {
      if (editing === undefined) begin(text)
      else setEditing({ ...editing, text })
    },
    edit: () => begin(row === undefined ? '' : column?.edit?.value(row) ?? ''),
    commit,
    cancel,
    copyText: () => {
      if (editing !== undefined || row === undefined || column === undefined) return undefined
      const chosen = chosenRows()
      if (chosen.length === 0) return toTsv([[column.text(row)]])
      now.onCopied(chosen.length)
      return toTsv([shown.map(({ column: { title } }) => title), ...chosen.map((one) => shown.map((each) => each.column.text(one)))])
    },
    paste: (text) => {
      if (editing !== undefined || active === undefined) return false
      now.onPaste(text, active, shown.slice(active.column).map((each) => each.column), total ?? 0)
      return true
    },
  }
}

/** As workbook programs do: Alt+Enter makes a new line within the cell. */
function insertLine(field: HTMLTextAreaElement): void {
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
