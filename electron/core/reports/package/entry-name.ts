import { soundFileName } from '../../attachments/file-name.ts'

/** Names Windows keeps for devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu
/** Characters of a name; with its folder the whole stays well below what Windows takes in a path. */
const longest = 60

/**
 * A name that is safe as one step of a path in a package: no separator, no character a file system refuses, not too long,
 * not a device, and not taken by another file of the folder, whatever its case.
 */
export function entryName(name: string, taken: Set<string>): string {
  const sound = soundFileName(name).replaceAll(/[\s]+/gu, ' ')
  const dot = sound.lastIndexOf('.')
  const stem = Array.from(dot > 0 ? sound.slice(0, dot) : sound).slice(0, longest).join('').trim()
  const ending = dot > 0 ? sound.slice(dot) : ''
  const own = devices.test(`${stem}.`) || stem === '' ? `_${stem}` : stem
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? `${own}${ending}` : `${own} (${count})${ending}`
    if (taken.has(candidate.toLowerCase())) continue
    taken.add(candidate.toLowerCase())
    return candidate
  }
}
