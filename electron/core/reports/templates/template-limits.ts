/**
 * What a form may cost before it is refused. A form of an office is a page or two with a seal; even one with scanned
 * pictures stays far below.
 */

/** Bytes of one XML part; the longest Word writes for a form of ten pages has some hundred thousand. */
export const largestPart = 8 * 1024 * 1024

/** Parts of the package. */
export const mostParts = 400

/** Depth of elements; Word writes at most about 25 levels, text boxes in tables some more. */
export const deepest = 100

/** Placeholders in one form. */
export const mostPlaceholders = 5000

/** Characters of a placeholder's name. */
export const longestName = 120

/** V8 heap of the thread that reads and fills forms, in MB; past it only that thread dies. */
export const formHeapMb = 1024
