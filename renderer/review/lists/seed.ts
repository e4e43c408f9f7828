/** A seed to begin with: the day and a random number; whoever writes it down can draw again. */
export function proposedSeed(today: string): string {
  const [number = 0] = crypto.getRandomValues(new Uint16Array(1))
  return `${today}-${String(number % 10_000).padStart(4, '0')}`
}
