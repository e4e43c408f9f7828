import { useEffect, useLayoutEffect, useState } from 'react'
import type { ClipboardEvent, CSSProperties, RefObject } from 'react'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { ChoiceEditor, DateEditor } from './cell-editor.tsx'
import type { GridRow } from './grid-column.ts'
import { rowHeight } from './grid-geometry.ts'
import type { ShownColumn } from './grid-row.tsx'
import type { CellPlace, Editing } from './grid-state.ts'
import type { GridCommands } from './use-grid-keys.ts'
import styles from './grid.module.css'

interface EditorsProps<Row extends GridRow> {
  readonly keys: RefObject<HTMLTextAreaElement | null>
  readonly active: CellPlace | undefined
  readonly activeId: string | undefined
  readonly gridId: string
  readonly row: Row | undefined
  readonly shown: ShownColumn<Row> | undefined
  readonly editing: Editing | undefined
  readonly scroller: RefObject<HTMLElement | null>
  readonly label: string
  readonly total: number | undefined
  readonly commands: GridCommands
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

/** What lies over the active cell: the field that holds the focus, the editors, a long text in full, an error. */
export function CellEditors<Row extends GridRow>(props: EditorsProps<Row>) {
  const { keys, active, row, shown, editing, scroller, commands } = props
  const style = useCellStyle(active, shown, scroller)
  const edit = shown?.column.edit
  const here = editing !== undefined && row !== undefined && edit !== undefined && editing.rowId === row.id && editing.columnId === shown?.column.id
  const inText = here && (edit.kind === 'text' || edit.kind === 'long-text')
  // Editing is bound to one record: if the list moved away below it, the editor must not write into another one.
  const lost = editing !== undefined && row !== undefined && !here
  useEffect(() => { if (lost) commands.cancel() })
  useLayoutEffect(() => {
    const field = keys.current
    if (inText && field !== null) { field.focus({ preventScroll: true }); field.setSelectionRange(field.value.length, field.value.length) }
  }, [inText, keys])
  const label = shown === undefined ? props.label : `${shown.column.title}`
  return (
    <>
      {here || active === undefined || row === undefined || shown === undefined ? null : <WholeText text={shown.column.text(row)} cell={props.activeId} style={style} keys={keys} />}
      <textarea
        ref={keys} className={styles.keys} style={style} data-editing={inText} data-testid="grid-keys" rows={1} spellCheck={false} tabIndex={active === undefined ? -1 : 0}
        aria-label={inText ? label : props.label} aria-controls={props.gridId} aria-activedescendant={inText ? undefined : props.activeId}
        value={inText ? editing.text : ''} onChange={(event) => commands.type(event.target.value)} onKeyDown={commands.onKeyDown}
        onBlur={(event) => { if (inText) commands.commit(event.target.value.trim() === '' ? null : event.target.value.trim()) }}
        onCopy={props.onCopy} onPaste={props.onPaste}
      />
      {here && edit.kind === 'choice' ? <ChoiceEditor style={style} label={label} choices={edit.choices?.(row) ?? []} value={edit.value(row)} typed={editing.text === edit.value(row) ? '' : editing.text} required={edit.required === true} onCommit={commands.commit} onCancel={commands.cancel} /> : null}
      {here && edit.kind === 'date' ? <DateEditor style={style} label={label} value={edit.value(row)} onCommit={commands.commit} onCancel={commands.cancel} /> : null}
      {here && editing.failure !== undefined ? <div className={styles.wrong} style={{ top: Number(style.top) + rowHeight + 2, left: style.left }}><ErrorSentence failure={editing.failure} /></div> : null}
    </>
  )
}

function useCellStyle<Row>(active: CellPlace | undefined, shown: ShownColumn<Row> | undefined, scroller: RefObject<HTMLElement | null>): CSSProperties {
  const [scrolled, setScrolled] = useState(0)
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const onScroll = () => setScrolled(element.scrollLeft)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [scroller])
  // A pinned cell stays where it is while the rest moves sideways, and so does what lies over it.
  const left = (shown?.start ?? 0) + (shown?.pinned === true ? scrolled : 0)
  return { top: (active?.row ?? 0) * rowHeight, left, width: shown?.width ?? 0 }
}

/** Shows a text in full where its cell has to cut it off. */
function WholeText({ text, cell, style, keys }: { text: string; cell: string | undefined; style: CSSProperties; keys: RefObject<HTMLElement | null> }) {
  const show = (element: HTMLElement | null) => {
    if (element !== null) element.hidden = document.activeElement !== keys.current || !isCut(cell)
  }
  return <div ref={show} className={styles.whole} style={style} aria-hidden="true">{text}</div>
}

function isCut(cell: string | undefined): boolean {
  const content = cell === undefined ? null : document.getElementById(cell)?.firstElementChild
  return content instanceof HTMLElement && content.scrollHeight > content.clientHeight + 1
}
