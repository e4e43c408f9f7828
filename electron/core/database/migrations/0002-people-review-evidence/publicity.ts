/** Publishing and filing of what was determined. */
export const publicity = ``
