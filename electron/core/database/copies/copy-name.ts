/** Why a copy of the register was made. */
export type Occasion = 'close' | 'migration' | 'import' | 'restore' | 'manual'

export interface CopyName {
  name: string
  /** Milliseconds since 1970, UTC. */
  at: number
  occasion: Occasion
}

const pattern = /^register-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-(close|migration|import|restore|manual)\.sqlite$/

/** `register-20260131T235959123Z-close.sqlite`: in UTC, so that the names sort by time wherever they are listed. */
export function copyName(at: number, occasion: Occasion): string {
  return `register-${new Date(at).toISOString().replaceAll(/[-:.]/g, '')}-${occasion}.sqlite`
}

/** @returns undefined for a file that is none of the kept copies. */
export function parseCopyName(name: string): CopyName | undefined {
  const parts = pattern.exec(name)
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second, milli, occasion] = parts
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`)
  if (Number.isNaN(at) || occasion === undefined) return undefined
  return { name, at, occasion: occasion as Occasion }
}
