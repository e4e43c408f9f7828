/** Tables of migration part `years`. */
export type YearsSchema = Record<never, never>
