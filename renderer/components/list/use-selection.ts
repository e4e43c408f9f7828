import { App } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridRow, RowSource } from '#renderer/components/grid/index.ts'
import { noSelection, rangeTo, selectAll, selectRange, toggle } from '#renderer/components/grid/selection.ts'
import type { Selection } from '#renderer/components/grid/selection.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'

/** As many records as one change may concern. */
export const selectionLimit = 5000

export interface ListSelection<Row> {
  readonly selection: Selection
  readonly rows: () => Row[]
  readonly clear: () => void
  readonly toggle: (row: Row, index: number) => void
  /** From the row chosen last, or from `begin` where none was, to `index`. */
  readonly range: (index: number, add: boolean, begin?: number) => void
  readonly all: (total: number) => void
}

/** Which rows are chosen. Rows that were never in sight are fetched when they are chosen, so that they can be changed. */
export function useSelection<Row extends GridRow>(source: RowSource<Row>): ListSelection<Row> {
  const { t } = useTranslation('grid')
  const { message } = App.useApp()
  const fail = useFailureMessage()
  const [selection, setSelection] = useState<Selection>(noSelection)
  // Keys can be faster than rows: only what was asked for last is chosen.
  const asked = useRef(0)
  return useMemo(() => {
    const fetched = async (from: number, to: number, choose: (ids: string[]) => void) => {
      const number = ++asked.current
      try {
        const rows = await source.between(from, to)
        if (number === asked.current) choose(rows.map(({ id }) => id))
      } catch (error) {
        fail(error)
      }
    }
    const choose = (next: Selection | ((old: Selection) => Selection)) => { asked.current++; setSelection(next) }
    return {
      selection,
      rows: () => [...selection.ids].flatMap((id) => source.known(id) ?? []),
      clear: () => choose(noSelection),
      toggle: (row, index) => choose((old) => toggle(old, row.id, index)),
      range: (index, add, begin = index) => {
        const anchored = { ...selection, anchor: selection.anchor ?? begin }
        setSelection(anchored)
        const { from, to } = rangeTo(anchored, index)
        void fetched(from, Math.min(to, from + selectionLimit - 1), (ids) => setSelection((old) => selectRange(old, ids, add)))
      },
      all: (total) => {
        if (total > selectionLimit) void message.info({ content: t('select.limit', { limit: selectionLimit, total }), duration: 8 })
        if (total > 0) void fetched(0, Math.min(total, selectionLimit) - 1, (ids) => setSelection(selectAll(ids)))
      },
    }
  }, [selection, source, message, t, fail])
}
