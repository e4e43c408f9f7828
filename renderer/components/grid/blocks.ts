/** Rows are fetched in blocks of this many. */
export const blockSize = 100

/** Offsets of the blocks that hold the rows `from`…`to`, both included. */
export function blockOffsets(from: number, to: number): number[] {
  const first = Math.floor(Math.max(0, from) / blockSize)
  const last = Math.floor(Math.max(0, to) / blockSize)
  return Array.from({ length: last - first + 1 }, (_, step) => (first + step) * blockSize)
}

/** The row at an index, out of the blocks that are there. */
export function rowAt<Row>(blocks: ReadonlyMap<number, readonly Row[]>, index: number): Row | undefined {
  const offset = Math.floor(index / blockSize) * blockSize
  return blocks.get(offset)?.[index - offset]
}
