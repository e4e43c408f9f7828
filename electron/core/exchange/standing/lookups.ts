import { foldCode } from '#shared/model/codes/fold-code.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { Facts, PowerRef } from '../facts/facts.ts'

/** What of the register a file's rows ask for. */
export interface Lookups {
  readonly powerCodes: ReadonlySet<string>
  readonly powerNameKeys: readonly string[]
  /** Powers whose points matter: those that rows about risks or measures name, and names a catalogue lists twice. */
  readonly nameKeysWithPoints: ReadonlySet<string>
  readonly codesWithPoints: ReadonlySet<string>
  readonly contentKeys: readonly string[]
}

/** Goes through the facts once, so that the register is asked in a handful of queries and not once a row. */
export function lookupsOf(all: readonly Facts[]): Lookups {
  const codes = new Set<string>()
  const names = new Map<string, number>()
  const withPoints = { names: new Set<string>(), codes: new Set<string>() }
  const contents = new Set<string>()
  for (const facts of all) {
    const { power } = facts
    if (power !== undefined) takePower(power, { codes, names })
    if (facts.kind === 'risk') for (const content of [...facts.measures, ...facts.sharedMeasures]) contents.add(keyOf(content))
    if (facts.kind === 'measure') contents.add(keyOf(facts.content))
    if (facts.kind !== 'power' && power !== undefined) {
      withPoints.names.add(keyOf(power.name))
      if (power.code !== '') withPoints.codes.add(foldCode(power.code))
    }
  }
  for (const [name, rows] of names) if (rows > 1) withPoints.names.add(name)
  return { powerCodes: codes, powerNameKeys: [...names.keys()], nameKeysWithPoints: withPoints.names, codesWithPoints: withPoints.codes, contentKeys: [...contents] }
}

function takePower({ name, code }: PowerRef, { codes, names }: { codes: Set<string>; names: Map<string, number> }): void {
  names.set(keyOf(name), (names.get(keyOf(name)) ?? 0) + 1)
  if (code !== '') for (const spelling of [code, foldCode(code)]) codes.add(spelling)
}
