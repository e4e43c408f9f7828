import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'

/** Replaces the text of one part of a package. */
export type PartEdit = (text: string) => string

/** The earliest time a zip entry can carry, in local parts because that is what the format stores. */
const noTime = () => new Date(1980, 0, 1)

/**
 * Writes an Office package anew so that equal content gives equal bytes: entries keep their order (the content types
 * stay first) and lose their times. `edits` change parts by path on the way.
 */
export function fixZip(bytes: Uint8Array, edits: Readonly<Record<string, PartEdit>> = {}): Uint8Array {
  const fixed: Zippable = {}
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const edit = edits[path]
    fixed[path] = [edit === undefined ? content : strToU8(edit(strFromU8(content))), { mtime: noTime(), level: path.endsWith('.png') ? 0 : 6 }]
  }
  return zipSync(fixed)
}
