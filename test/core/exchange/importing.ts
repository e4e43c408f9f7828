import type { ImportBatch, ImportPlan } from '#shared/contract/exchange.ts'
import { expect } from 'vitest'
import { sentenceFor } from '#shared/locales/translator.ts'
import { locales } from '#shared/model/labels.ts'
import type { Locale } from '#shared/model/labels.ts'
import { applyImport } from '#core/exchange/apply/apply-import.ts'
import { planImport } from '#core/exchange/plan/plan-import.ts'
import { writeCsv } from 'hucre/csv'
import { officer, openTestRegister, setUpTestOrganisation } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'

/** Reads long work to its end. */
export async function finished<T>(work: AsyncGenerator<unknown, T, void>): Promise<T> {
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
  }
}

export type Rows = readonly (readonly string[])[]

/** A text table as an office would send it. */
export const csvFile = (rows: Rows, name = '表.csv'): File => new File([writeCsv(rows.map((row) => [...row]))], name)

/** Plans a file; whatever is said about it must be a whole sentence in both languages. */
export async function planOf(register: TestRegister, file: File, { mapping = {}, locale = 'zh-CN' }: { mapping?: Record<string, Record<string, string>>; locale?: Locale } = {}): Promise<ImportPlan> {
  const plan = await finished(planImport(register.core, officer, { file, mapping, locale }))
  for (const issue of plan.issues) for (const language of locales) expect(sentenceFor(language, 'issues', issue)).toMatch(/^(?!.*\{\{).*[。.]$/su)
  return plan
}

export const applied = (register: TestRegister, plan: ImportPlan): Promise<ImportBatch> => finished(applyImport(register.core, officer, plan.planId))

/** Plans and carries out; answers the plan. */
export async function imported(register: TestRegister, file: File): Promise<ImportPlan> {
  const plan = await planOf(register, file)
  await applied(register, plan)
  return plan
}

/** Runs a test on a register of its own with an organisation in it. */
export async function inRegister(work: (register: TestRegister) => Promise<void>): Promise<void> {
  const register = await openTestRegister()
  try {
    await setUpTestOrganisation(register)
    await work(register)
  } finally {
    await register.close()
  }
}

/** Codes of what is said about a file, by level. */
export const codesOf = ({ issues }: ImportPlan, level: 'error' | 'confirm' | 'note'): string[] => issues.filter((issue) => issue.level === level).map(({ code }) => code)
