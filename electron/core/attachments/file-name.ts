/** Longest name kept, in characters; file systems take 255 bytes, and a Chinese character is three. */
const longest = 80

/**
 * A file's name as it is kept: without a path, without characters no file system takes, without direction marks that
 * make a program look like a document, never empty.
 */
export function soundFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim().replace(/^\.+/u, '').replace(/[. ]+$/u, '')
  if (clean === '') return 'file'
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 ? clean.slice(dot, dot + 12) : ''
  return `${Array.from(clean.slice(0, dot > 0 ? dot : undefined)).slice(0, longest).join('')}${ending}`
}
