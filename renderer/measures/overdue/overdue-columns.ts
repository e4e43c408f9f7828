import type { MeasureRow } from '#shared/contract/measures.ts'
import type { GridColumn } from '#renderer/components/grid/index.ts'

type Column = GridColumn<MeasureRow>

/** What is asked of something late: by how many days, since when, and who answers. */
const first = ['content', 'daysLate', 'dueOn', 'ownerPost', 'owner', 'department', 'progress', 'frequency', 'lastDoneOn', 'kind', 'riskCount', 'effectiveness']

const place = ({ id }: Column): number => (first.includes(id) ? first.indexOf(id) : first.length)

const plain = ({ filter: _filter, render: _render, ...column }: Column): Column => ({ ...column, width: 120 })

/** The columns of the list of measures, in the order in which what is late is looked at; that it is late needs neither a filter nor a mark. */
export const overdueColumns = (columns: readonly Column[]): Column[] =>
  columns.toSorted((a, b) => place(a) - place(b)).map((column) => ({ ...(column.id === 'dueOn' ? plain(column) : column), hidden: !first.includes(column.id) }))
