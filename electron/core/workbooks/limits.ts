/**
 * What a file may cost before it is refused. The largest real registers (a province, about 1.5 million risk points) never
 * travel as one workbook; a department's workbook has tens to thousands of rows. So every ceiling stands far above what
 * offices send and far below what would hurt a 4 GB office PC.
 */

/** Bytes of the file itself. Workbooks with many scanned pictures reach 20–30 MB. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024

/** Bytes all XML parts may inflate to, counted while inflating, whatever sizes the archive declares. */
export const MAX_INFLATED_BYTES = 256 * 1024 * 1024

/** How far a part may inflate relative to its packed size: real sheets reach 10 to 60 times, a bomb 1 000 times. */
export const MAX_INFLATE_RATIO = 400

/** Small parts of one repeated letter are harmless: the ratio is only judged from this size on. */
export const RATIO_JUDGED_FROM_BYTES = 8 * 1024 * 1024

/** Entries of the archive. A workbook of 500 sheets with drawings and comments has about 3 000. */
export const MAX_ZIP_ENTRIES = 10_000

/** Sheets of a workbook; a county sends one sheet a department, well under 200. */
export const MAX_SHEETS = 512

/** Depth of XML elements. Office writes at most about 25 levels (drawings); a parser's stack is the target of more. */
export const MAX_XML_DEPTH = 100

/**
 * Elements of a part that is laid out as a tree before it is used (shared texts, styles, the list of sheets): each costs a
 * few hundred bytes. A million different texts are two million elements.
 */
export const MAX_TREE_ELEMENTS = 2_500_000

/** Non-empty cells of the whole workbook: 100 000 rows of 20 columns. */
export const MAX_FILLED_CELLS = 2_000_000

/**
 * Places of the rectangles that the filled cells span, over all sheets. Rows are handed on as rectangles, so two cells
 * in opposite corners of a sheet cost 17 thousand million places.
 */
export const MAX_SPANNED_CELLS = 6_000_000

/** V8 heap of the reading thread, in MB; past it only that thread dies. */
export const READER_HEAP_MB = 1024

/** Stack of the reading thread, in MB. */
export const READER_STACK_MB = 4

/** Rows handed over at a time, so that the receiving thread stays free for other work in between. */
export const ROWS_PER_PARCEL = 2_000
