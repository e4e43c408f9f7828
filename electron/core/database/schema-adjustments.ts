/** Tables of migration part `adjustments`. */
export type AdjustmentsSchema = Record<never, never>
