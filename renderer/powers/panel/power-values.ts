import { powerPatchSchema } from '#shared/contract/powers.ts'
import type { PowerDetail, PowerPatch } from '#shared/contract/powers.ts'

type Step = PowerDetail['steps'][number]

/** A power as its form shows it: the steps as lines of text. */
export const formValues = (power: PowerDetail): Omit<PowerDetail, 'steps'> & { readonly steps: string[] } => ({ ...power, steps: power.steps.map(({ name }) => name) })

/** What the form's changes mean for the register. A line that is a step's name is that step, wherever it now stands. */
export function patchOf(values: Readonly<Record<string, unknown>>, steps: readonly Step[]): PowerPatch {
  const { steps: lines, ...fields } = values
  const patch = { ...fields, ...('subItem' in fields ? { subItem: fields['subItem'] ?? '' } : {}), ...(Array.isArray(lines) ? { steps: stepsOf(lines.map(String), steps) } : {}) }
  return powerPatchSchema.parse(patch)
}

/**
 * Steps from lines. Where as many lines as before remain, a line that is new at a step's place is that step renamed;
 * otherwise a new line is a new step.
 */
export function stepsOf(lines: readonly string[], steps: readonly Step[]): { id?: string; name: string }[] {
  const unused = [...steps]
  const taken = lines.map((name) => {
    const at = unused.findIndex((step) => step.name === name)
    return at === -1 ? undefined : unused.splice(at, 1)[0]
  })
  const renaming = lines.length === steps.length
  return lines.map((name, index) => {
    const step = taken[index] ?? (renaming ? unused.find((each) => each === steps[index]) : undefined)
    return step === undefined ? { name } : { id: step.id, name }
  })
}
