import type { Contract } from '#shared/contract/index.ts'
import { translator } from '#shared/locales/translator.ts'
import { listArchives } from '../archive/archives.ts'
import { freezeYear } from '../archive/freeze-year.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { discrepanciesOf } from './assemble-check.ts'
import { reportKinds } from './kinds/index.ts'
import { assemblyOf } from './service.ts'
import { exportsFile } from './written/export-log-file.ts'
import { listExports } from './written/keep-export.ts'
import { previewReport } from './written/preview-report.ts'
import { readSettings, saveLogo, saveSettings } from './written/settings.ts'
import { findSubjects } from './written/find-subjects.ts'
import { liveCore } from './written/source.ts'
import { writeReport } from './written/write-report.ts'

export const reportsHandlers: Handlers<Contract['reports']> = {
  kinds: (_input, { core }) => ({
    canPrint: core.printer !== undefined,
    kinds: reportKinds.map(({ kind: { code, formats, editions, subject }, group, subjects, byDepartment, ownWords }) =>
      ({ code, group, formats: [...formats], editions: [...editions], subject, bySubject: subjects !== undefined, byDepartment: byDepartment === true, ownWords: ownWords === true })),
  }),
  subjects: (search, { core, actor }) => findSubjects(core, actor, search),
  preview: (order, { core, actor }) => previewReport(core, actor, order),
  write: (order, { core, actor }) => writeReport(core, actor, order),
  exports: (order, { core }) => listExports(liveCore(core).database.read, order),
  exportLog: ({ locale, ...filter }, { core }) => exportsFile(core, filter, locale),
  settings: (_input, { core }) => readSettings(liveCore(core).database.read),
  saveSettings: async (order, call) => ({ revision: await changeBy(call, (change) => saveSettings(change, order)) }),
  saveLogo: async ({ file, revision }, call) => {
    const bytes = file === undefined ? null : new Uint8Array(await file.arrayBuffer())
    return { revision: await changeBy(call, (change) => saveLogo(change, { bytes, revision })) }
  },
  archives: (_input, { core }) => listArchives(core.database.read),
  freeze: ({ year }, { core, actor }) => freezeYear(core, actor, year),
  // Only codes and counts leave here, and labels in the language the forms are written in.
  check: async ({ year }, { core }) => {
    const assembly = await assemblyOf(core, { year, locale: 'zh-CN', texts: {} })
    const { powers, riskPoints, measures } = assembly.report
    return { source: assembly.source, discrepancies: discrepanciesOf(assembly), powers: powers.total, riskPoints: riskPoints.total, controlMeasures: measures.total }
  },
  annual: ({ purpose, ...order }, { core, actor }) => writeReport(core, actor, { ...order, kind: 'annual', edition: 'internal', purpose: purpose ?? translator(order.locale)('purpose.review', { ns: 'reports' }) }),
}
