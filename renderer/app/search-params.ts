import { z } from 'zod'

/**
 * How a list's filters stand in an address: `?grade=high,medium&hasMeasure=no`. Plain words instead of JSON, so that
 * an address can be read, kept and sent. Codes and ids hold no comma; an empty item stands for "none set".
 */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    const text = searchText(value)
    if (text !== undefined) params.set(key, text)
  }
  // Commas need no escape in a query; left as they are the address stays legible.
  const text = params.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

function searchText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.join(',')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

// A parameter that does not fit is dropped instead of failing the page: addresses are typed and pasted by people.
export const textParam = z.string().max(200).optional().catch(undefined)
export const numberParam = z.coerce.number().optional().catch(undefined)
export const idParam = z.uuid().optional().catch(undefined)
export const codesParam = z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]).optional().catch(undefined)
export const yesNoParam = z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')]).optional().catch(undefined)

/** Codes of a closed set; unknown ones are left out. */
export const choicesParam = <const T extends readonly string[]>(known: T) =>
  codesParam.transform((codes) => {
    const kept = codes?.filter((code): code is T[number] => known.includes(code))
    return kept === undefined || kept.length === 0 ? undefined : kept
  })

/** `sort=grade.desc` for the columns a list can be sorted by. */
export const sortParam = <const T extends readonly [string, ...string[]]>(columns: T) =>
  z.string().transform((text) => {
    const [column, direction] = text.split('.')
    const known = columns.find((name): name is T[number] => name === column)
    if (known === undefined || (direction !== 'asc' && direction !== 'desc')) return undefined
    return `${known}.${direction}` as const
  }).optional().catch(undefined)

/** The sorting of a contract's list procedure from its search parameter. */
export function sortOf<T extends string>(sort: `${T}.${'asc' | 'desc'}` | undefined): { column: T; direction: 'asc' | 'desc' } | undefined {
  if (sort === undefined) return undefined
  const at = sort.lastIndexOf('.')
  return { column: sort.slice(0, at) as T, direction: sort.endsWith('.asc') ? 'asc' : 'desc' }
}
