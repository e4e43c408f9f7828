import type { HeadOccasion } from '../evidence/head.ts'

export interface SigningKeyTable { key_id: string; public_key: string }

export interface ChainHeadTable {
  /** Number of the last entry then. */
  number: number
  hash: string
  register: string
  at: string
  occasion: HeadOccasion
  key_id: string
  signature: string
}

/** Tables of migration part `evidence`. */
export interface EvidenceSchema {
  signing_key: SigningKeyTable
  chain_head: ChainHeadTable
}
