/** The height of a row in pixels, as `--row-height` in the style sheet. */
export const rowHeight = 36
/** The column with check box and number. */
export const gutterWidth = 74
/** Column titles and filters. */
export const headHeight = 68
