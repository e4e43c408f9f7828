import type { PaperSection, PaperTable } from './paper.ts'

/** Lines of a table that take less than half a page: a longer one kept together would leave more than that empty. */
const linesKeptWhole = { portrait: 14, landscape: 10 } as const

/**
 * Whether a table stays together on one page. Of a form, whose rows are repeated, nobody knows how long it becomes.
 * @param lines how many lines each row takes
 */
export const keptWhole = ({ repeated = false }: PaperTable, lines: readonly number[], page: PaperSection['page']): boolean =>
  !repeated && lines.reduce((sum, count) => sum + count, 0) <= linesKeptWhole[page]
