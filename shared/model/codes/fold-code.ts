/** A code as it is stored: half-width, capital letters, no spaces, however it was typed. */
export function foldCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200B-\u200D\u2060\uFEFF]+/gu, '').toUpperCase()
}
