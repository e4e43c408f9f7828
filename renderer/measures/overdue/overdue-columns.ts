import type { MeasureRow } from '#shared/contract/measures.ts'
import type { GridColumn } from '#renderer/components/grid/index.ts'

/** What is asked of something late: by how many days, since when, and who answers. */
const first = ['content', 'daysLate', 'dueOn', 'ownerPost', 'owner', 'department', 'progress', 'frequency', 'lastDoneOn', 'kind', 'riskCount', 'effectiveness']

/** The columns of the list of measures, in the order in which what is late is looked at. */
export function overdueColumns(columns: readonly GridColumn<MeasureRow>[]): GridColumn<MeasureRow>[] {
  const place = ({ id }: GridColumn<MeasureRow>): number => (first.includes(id) ? first.indexOf(id) : first.length)
  return columns.toSorted((a, b) => place(a) - place(b)).map(({ filter, ...column }) => ({
    ...column, hidden: !first.includes(column.id), ...(filter === undefined || (column.id === 'dueOn') ? {} : { filter }),
  }))
}
