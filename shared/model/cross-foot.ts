type Parts = Readonly<Record<string, number>>

/** One way of cutting a total into parts that exclude each other: powers by type, risk points by department. */
export type Partition = { readonly code: string; readonly parts: Parts }

/** Two partitions at once: category × grade. Cells that are not listed count nothing. */
export type CrossTable = {
  readonly code: string
  /** Codes of the partitions that its rows and columns add up to, where these are among the figures. */
  readonly rows: string
  readonly columns: string
  readonly cells: readonly { readonly row: string; readonly column: string; readonly count: number }[]
}

/** Everything a document says about one total. */
export type Figures = {
  /** What is counted: powers, risk points, measures. */
  readonly code: string
  readonly total: number
  readonly partitions: readonly Partition[]
  readonly crossTables?: readonly CrossTable[]
}

/** Two numbers in one document that should be the same and are not. */
export type Discrepancy = {
  readonly figures: string
  /** The partition or cross table whose sum differs. */
  readonly in: string
  /** The row or column it differs in, named by partition and part; absent where the sum of all differs. */
  readonly part?: { readonly partition: string; readonly code: string }
  /** What it should add up to. */
  readonly expected: number
  readonly actual: number
}

type Cell = CrossTable['cells'][number]

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** NaN equals nothing, itself included, so a count that could not be made always shows. */
function differ(expected: number, actual: number): boolean {
  return expected !== actual
}

function checkSum(figures: Figures, code: string, counts: readonly number[]): Discrepancy[] {
  const actual = sum(counts)
  return differ(figures.total, actual) ? [{ figures: figures.code, in: code, expected: figures.total, actual }] : []
}

function sumsBy(cells: readonly Cell[], partOf: (cell: Cell) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const cell of cells) sums.set(partOf(cell), (sums.get(partOf(cell)) ?? 0) + cell.count)
  return sums
}

function checkParts(figures: Figures, table: CrossTable, side: 'row' | 'column'): Discrepancy[] {
  const partitionCode = side === 'row' ? table.rows : table.columns
  const partition = figures.partitions.find(({ code }) => code === partitionCode)
  if (partition === undefined) return []
  const sums = sumsBy(table.cells, (cell) => cell[side])
  const expected = new Map(Object.entries(partition.parts))
  return [...new Set([...expected.keys(), ...sums.keys()])].flatMap((code) => {
    const [wanted, actual] = [expected.get(code) ?? 0, sums.get(code) ?? 0]
    if (!differ(wanted, actual)) return []
    return [{ figures: figures.code, in: table.code, part: { partition: partitionCode, code }, expected: wanted, actual }]
  })
}

function checkTable(figures: Figures, table: CrossTable): Discrepancy[] {
  return [
    ...checkSum(figures, table.code, table.cells.map(({ count }) => count)),
    ...checkParts(figures, table, 'row'),
    ...checkParts(figures, table, 'column'),
  ]
}

/**
 * Every sum in a document that does not agree with its total or with another table of it. A report with any
 * discrepancy is not exported: one published list states 182 powers while its own types add up to 183.
 * A movement between years is a partition too, with what was cancelled as a negative part.
 */
export function crossFoot(figures: readonly Figures[]): Discrepancy[] {
  return figures.flatMap((figure) => [
    ...figure.partitions.flatMap(({ code, parts }) => checkSum(figure, code, Object.values(parts))),
    ...(figure.crossTables ?? []).flatMap((table) => checkTable(figure, table)),
  ])
}
