/** Tables of migration part `publicity`. */
export type PublicitySchema = Record<never, never>
