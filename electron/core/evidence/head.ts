/** On what occasion a head was signed; 'restore' tells that the log was set back to it. */
export const headOccasions = ['freeze', 'report', 'backup', 'close', 'restore'] as const
export type HeadOccasion = (typeof headOccasions)[number]

/** How far a log had come: its last entry and the hash that stands for everything up to there. */
export interface Head {
  /** The id of the log's first entry: which register this is. */
  readonly register: string
  /** Number of the last entry. */
  readonly number: number
  readonly hash: string
  readonly at: string
  readonly occasion: HeadOccasion
}

export interface KeptHead extends Head {
  readonly keyId: string
  /** Ed25519 over `signedText`, base64url. */
  readonly signature: string
}

/** What is signed. The first word keeps a signature from being taken for one over something else. */
export const signedText = ({ register, number, hash, at, occasion }: Head): string => JSON.stringify(['integrity-risk-control head', register, number, hash, at, occasion])

/** A head as one word, for documents and the command line. */
export const headToken = ({ register, number, hash, at, occasion, keyId, signature }: KeptHead): string =>
  ['irc-head', register, number, hash || '-', at, occasion, keyId, signature].join('/')

const token = /irc-head\/([0-9A-Za-z-]{1,64})\/(\d{1,15})\/([0-9a-f]{64}|-)\/([0-9T:.Z-]{1,32})\/([a-z]+)\/([0-9a-f]{16})\/([A-Za-z0-9_-]{86})/u

/** The first head that stands in a text. */
export function headIn(text: string): KeptHead | undefined {
  const [, register, number, hash, at, occasion, keyId, signature] = token.exec(text) ?? []
  const known = headOccasions.find((one) => one === occasion)
  if (register === undefined || hash === undefined || at === undefined || keyId === undefined || signature === undefined || known === undefined) return undefined
  return { register, number: Number(number), hash: hash === '-' ? '' : hash, at, occasion: known, keyId, signature }
}
