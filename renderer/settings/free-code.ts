/** A code made from an English name that none of the others has: `Land use` → `land-use`, or `land-use-2`. */
export function freeCode(name: string, taken: readonly string[]): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '').slice(0, 50) || 'item'
  if (!taken.includes(plain)) return plain
  let number = 2
  while (taken.includes(`${plain}-${number}`)) number++
  return `${plain}-${number}`
}
