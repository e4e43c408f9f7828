import type { ReportDiscrepancy } from '#shared/contract/reports.ts'
import type { RegisterSnapshot } from '../archive/snapshot.ts'
import type { Assembly } from './assemble-annual.ts'
import { checkFigures } from './check-figures.ts'
import { findingsOf } from './findings.ts'
import type { FindingCode } from './findings.ts'

/** Codes of findings; two of them are called otherwise, because a figure that does not foot bears their name. */
const findingCode: Partial<Record<FindingCode, string>> = { 'powers-without-points': 'powers-without-risk', 'points-to-confirm': 'points-open' }

/** What keeps a report from being written (blocking), then what should be looked at before it is. */
export function discrepanciesOf({ report, notAccepted, source }: Assembly & { source: RegisterSnapshot['source'] }): ReportDiscrepancy[] {
  const footing = checkFigures(report).map(({ code, label, stated, counted }) => ({ code, blocking: true, params: { label: label === '' ? '—' : label, stated, counted } }))
  const findings = findingsOf(report).map(({ code, count }) => ({ code: findingCode[code] ?? code, blocking: false, params: { count } }))
  return [
    ...footing,
    ...(source === 'register' ? [{ code: 'year-not-frozen', blocking: false, params: { year: report.year } }] : []),
    ...findings,
    ...(notAccepted > 0 ? [{ code: 'grades-not-accepted', blocking: false, params: { count: notAccepted } }] : []),
  ]
}
