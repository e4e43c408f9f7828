import type { Contract } from '#shared/contract/index.ts'
import { listArchives } from '../archive/archives.ts'
import { freezeYear } from '../archive/freeze-year.ts'
import type { Handlers } from '../registration.ts'
import { discrepanciesOf } from './assemble-check.ts'
import { annualFile, annualPreview, assemblyOf } from './service.ts'

export const reportsHandlers: Handlers<Contract['reports']> = {
  archives: (_input, { core }) => listArchives(core.database.read),
  freeze: ({ year, confirmed }, { core, actor }) => freezeYear(core, actor, year, { confirmed }),
  // Only codes and counts leave here, and labels in the language the forms are written in.
  check: async ({ year }, { core }) => {
    const assembly = await assemblyOf(core, { year, locale: 'zh-CN', texts: {} })
    const { powers, riskPoints, measures } = assembly.report
    return { source: assembly.source, discrepancies: discrepanciesOf(assembly), powers: powers.total, riskPoints: riskPoints.total, controlMeasures: measures.total }
  },
  annual: (input, { core }) => annualFile(core, input),
  annualPreview: (input, { core }) => annualPreview(core, input),
}
