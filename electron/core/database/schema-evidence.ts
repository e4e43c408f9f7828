/** Tables of migration part `evidence`. */
export type EvidenceSchema = Record<never, never>
