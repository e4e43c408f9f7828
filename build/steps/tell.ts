import type { Step, StepResult } from './step.ts'
import { runStep } from './step.ts'

/** Runs a step and says in one line how it went; what the program itself said is shown only where it failed. */
export async function runAndTell(step: Step): Promise<StepResult> {
  process.stdout.write(`… ${step.name}\n`)
  const result = await runStep(step)
  if (!result.ok && result.output.trim() !== '') process.stdout.write(`${result.output.trimEnd()}\n`)
  tell(step.name, result)
  return result
}

export function tell(name: string, { ok, seconds }: Pick<StepResult, 'ok' | 'seconds'>, detail = ''): void {
  process.stdout.write(`${ok ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s${detail === '' ? '' : `  ${detail}`}\n`)
}
