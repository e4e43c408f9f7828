/** What a warning can be about. */
export const warnedEntities = ['risk-point', 'power', 'control-measure', 'department', 'post', 'adjustment-task', 'supervision-event'] as const
export type WarnedEntity = (typeof warnedEntities)[number]

/** The rules the daily run knows; what each is called, weighs and takes as its limits is data. */
export const warningRuleCodes = [
  'measure-overdue', 'measure-unowned', 'high-without-measure', 'changed-after-grading', 'review-overdue', 'recheck-overdue', 're-examination-overdue',
  'benchmark-uncalibrated', 'copied-text', 'post-changed-hands', 'many-lowerings',
] as const
export type WarningRuleCode = (typeof warningRuleCodes)[number]

/** Limits of rules; every one is a whole number. */
export const ruleParamNames = ['graceDays', 'sinceDays', 'months', 'leastPoints', 'leastSigns', 'leastCount', 'percent'] as const
export type RuleParamName = (typeof ruleParamNames)[number]

/** Which limits a rule takes, from and to which value, and what it begins with. */
export const ruleParams: Readonly<Record<WarningRuleCode, Readonly<Partial<Record<RuleParamName, { readonly min: number; readonly max: number; readonly usual: number }>>>>> = {
  'measure-overdue': { graceDays: { min: 0, max: 365, usual: 0 } },
  'measure-unowned': {},
  'high-without-measure': {},
  'changed-after-grading': { sinceDays: { min: 1, max: 3650, usual: 365 } },
  'review-overdue': { graceDays: { min: 0, max: 365, usual: 0 } },
  'recheck-overdue': { graceDays: { min: 0, max: 365, usual: 0 } },
  're-examination-overdue': { graceDays: { min: 0, max: 365, usual: 30 } },
  'benchmark-uncalibrated': { months: { min: 1, max: 240, usual: 24 } },
  'copied-text': { leastPoints: { min: 2, max: 1000, usual: 2 }, leastSigns: { min: 4, max: 200, usual: 10 } },
  'post-changed-hands': { sinceDays: { min: 1, max: 3650, usual: 90 } },
  'many-lowerings': { sinceDays: { min: 1, max: 3650, usual: 90 }, leastCount: { min: 1, max: 10_000, usual: 3 }, percent: { min: 0, max: 100, usual: 10 } },
}

/** The limits of a rule, whatever was stored: what is missing or out of range takes its usual value. */
export function soundParams(code: WarningRuleCode, stored: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(Object.entries(ruleParams[code]).map(([name, { min, max, usual }]) => {
    const value = stored[name]
    return [name, typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : usual]
  }))
}

/** Figures and names by which the reason of a warning is said. */
export type Reason = Readonly<Record<string, string | number>>
