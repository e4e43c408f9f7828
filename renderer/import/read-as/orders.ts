import type { ReadAs, SheetReading } from '#shared/contract/exchange.ts'

type Place = Pick<SheetReading, 'sheetIndex' | 'headerFirst'>

const isAt = ({ sheet, headerFirst }: ReadAs, reading: Place): boolean => sheet === reading.sheetIndex && headerFirst === reading.headerFirst

/** What was said here about the header of a table. */
export const orderAt = (orders: readonly ReadAs[], reading: Place): ReadAs | undefined => orders.find((order) => isAt(order, reading))

export const withoutOrder = (orders: readonly ReadAs[], reading: Place): ReadAs[] => orders.filter((order) => !isAt(order, reading))

/** Adds what was said about a header, in place of what was said about the same table before; what stands above a header that keeps nothing above it counts no more. */
export function withOrder(orders: readonly ReadAs[], order: ReadAs, instead: Place): ReadAs[] {
  const others = withoutOrder(withoutOrder(orders, instead), { sheetIndex: Number(order.sheet), headerFirst: order.headerFirst })
  return [...others.filter(({ sheet, headerFirst }) => order.keepsAbove || sheet !== order.sheet || headerFirst > order.headerFirst), order]
}

type Column = SheetReading['columns'][number]

/** What a column was read as; undefined where nobody knew. */
export const meaningOf = ({ field, isFactor, isIgnored }: Column): string | undefined => field ?? (isFactor ? 'factor' : isIgnored ? 'ignore' : undefined)

/** What would have to be said for a table to be read as it was. */
export function orderOf(reading: SheetReading): ReadAs | undefined {
  const { formCode, headerFirst, headerRow, sheetIndex, keepsAbove, layoutId } = reading
  if (formCode === null || headerFirst === null || headerRow === null) return undefined
  const columns = reading.columns.flatMap((column) => {
    const meaning = meaningOf(column)
    return meaning === undefined ? [] : [{ index: column.index, meaning }]
  })
  return { sheet: sheetIndex, form: formCode, headerFirst, headerLast: headerRow, columns, ignored: [], keepsAbove, remember: layoutId !== null }
}

/** Says of one column of a table read by hand what it holds; the others stay as they are. */
export function withMeaning(orders: readonly ReadAs[], reading: SheetReading, { index, meaning }: { index: number; meaning: string }): ReadAs[] {
  const order = orderAt(orders, reading) ?? orderOf(reading)
  if (order === undefined) return [...orders]
  const columns = [...(order.columns ?? []).filter((column) => column.index !== index), { index, meaning }]
  return withOrder(orders, { ...order, columns }, reading)
}
