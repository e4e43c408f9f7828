/** The header by which a call says that it looks at a frozen year in place of today's register. */
export const YEAR_HEADER = 'register-year'
