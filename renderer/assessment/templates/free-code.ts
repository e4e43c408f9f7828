/** A code nothing bears yet. */
export function freeCode(stem: string, taken: readonly string[]): string {
  let number = taken.length + 1
  while (taken.includes(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}
