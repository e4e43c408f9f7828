/** Tables of migration part `review`. */
export type ReviewSchema = Record<never, never>
