import type { ImportIssue, ImportPlan, ImportSummary, PlannedChange } from '#shared/contract/exchange.ts'

/** What all kinds of records together gain. */
export function gains({ powers, riskPoints, controlMeasures }: ImportSummary): { created: number; updated: number; unchanged: number } {
  const all = [powers, riskPoints, controlMeasures]
  const sum = (of: (counts: ImportSummary['powers']) => number): number => all.reduce((total, counts) => total + of(counts), 0)
  return { created: sum(({ created }) => created), updated: sum(({ updated }) => updated), unchanged: sum(({ unchanged }) => unchanged) }
}

export const previewTabs = ['new', 'changed', 'unchanged', 'rejected', 'confirm', 'note', 'sheets'] as const
export type PreviewTab = (typeof previewTabs)[number]

const levelOfTab = { rejected: 'error', confirm: 'confirm', note: 'note' } as const

export const isIssueTab = (tab: PreviewTab): tab is keyof typeof levelOfTab => tab in levelOfTab

/** What the tab lists of records. */
export const changesIn = (plan: ImportPlan, kind: PlannedChange['kind']): PlannedChange[] => plan.changes.filter((change) => change.kind === kind)

export const issuesIn = (plan: ImportPlan, tab: keyof typeof levelOfTab): ImportIssue[] => plan.issues.filter(({ level }) => level === levelOfTab[tab])

/** How many there are behind each tab. Where not all of the plan's lists were sent, those of the summary still tell. */
export function tabCounts(plan: ImportPlan): Record<PreviewTab, number> {
  const { created, updated, unchanged } = gains(plan.summary)
  return {
    new: created, changed: updated, unchanged,
    rejected: plan.summary.rejected, confirm: issuesIn(plan, 'confirm').length, note: issuesIn(plan, 'note').length, sheets: plan.sheets.length,
  }
}

/** Where to begin: at a table that cannot be read as it is, else at what the import would do, else at why it does nothing. */
export function firstTab(plan: ImportPlan): PreviewTab {
  if (plan.formCodes.length === 0 || plan.issues.some(({ code }) => code === 'column.missing')) return 'sheets'
  const counts = tabCounts(plan)
  return (['new', 'changed', 'rejected', 'confirm', 'unchanged'] as const).find((tab) => counts[tab] > 0) ?? 'sheets'
}

/** The contract's field behind a name in the preview: `department` is `departmentId`, `grade` is `gradeCode`. */
export const fieldKeys = (entity: PlannedChange['entity'], field: string): string[] => [field, `${field}Id`, `${field}Code`].map((name) => `${entity}.${name}`)
