import type { Step } from './step.ts'

/** What is checked without running the program: types, style and rooms, code and dependencies nobody uses. */
export const checkSteps: readonly Step[] = [
  { name: 'types', program: 'tsc', args: ['--noEmit'] },
  { name: 'lint', program: 'oxlint', args: ['--deny-warnings'] },
  { name: 'unused code', program: 'knip', args: ['--no-progress', '--treat-config-hints-as-errors'] },
]
