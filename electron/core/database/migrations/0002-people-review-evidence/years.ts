/** How a year begins from the one before. */
export const years = ``
