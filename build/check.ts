import { checkSteps } from './steps/check-steps.ts'
import { runAndTell } from './steps/tell.ts'

// All checks run even where one fails: who mends one thing wants to know of the others.
let failed = 0
for (const step of checkSteps) if (!(await runAndTell(step)).ok) failed++
process.exitCode = failed === 0 ? 0 : 1
