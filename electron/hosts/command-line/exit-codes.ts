/** What a script learns from the program's end. */
export const exitCodes = {
  done: 0,
  /** Refused or invalid; nothing was changed. */
  refused: 1,
  wrongUsage: 2,
  /** The register or a copy of it is damaged. */
  damaged: 3,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const damage = new Set(['database.damaged', 'backup.not-sound'])

/** The exit code of a refusal. */
export const exitCodeOf = (refusalCode: string): ExitCode => (damage.has(refusalCode) ? exitCodes.damaged : exitCodes.refused)
