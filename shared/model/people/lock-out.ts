/** So many failures in a row are forgiven. */
export const forgivenFailures = 5
/** Minutes; the delay grows no further. */
const longestDelay = 60

/**
 * Minutes for which no sign-in is tried after that many failures in a row: none before the fifth, then 1, 2, 4 … 60.
 */
export const lockOutMinutes = (failures: number): number =>
  failures < forgivenFailures ? 0 : Math.min(longestDelay, 2 ** Math.min(failures - forgivenFailures, 10))
