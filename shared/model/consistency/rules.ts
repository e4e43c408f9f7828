/** How heavy a finding is, heaviest first. */
export const severities = ['error', 'warning', 'hint'] as const
export type Severity = (typeof severities)[number]

/** What an office may take a rule to be; 'off': it is not asked. */
export const consistencyLevels = [...severities, 'off'] as const
export type ConsistencyLevel = (typeof consistencyLevels)[number]

/** Records a finding may be about, by their codes in the log. */
export const findingEntities = ['risk-point', 'power', 'control-measure', 'post', 'department', 'risk-category', 'rectification'] as const
export type FindingEntity = (typeof findingEntities)[number]

interface RuleFacts {
  readonly code: string
  /** Where the office has not said otherwise. */
  readonly severity: Severity
  readonly entity: FindingEntity
  /** What must not be done with a record for which the rule finds something, as long as it counts as an error. */
  readonly blocks?: 'submit'
}

/**
 * The rules of the consistency check in the order in which they are shown. How each finds its records stands in core;
 * what is wrong and how to mend it, in the locales. What the review refuses by itself (an ungraded point, an open
 * question) blocks nothing here a second time.
 */
export const consistencyRules = [
  { code: 'category-sums', severity: 'error', entity: 'risk-category' },
  { code: 'point-ungraded', severity: 'error', entity: 'risk-point' },
  { code: 'point-without-category', severity: 'error', entity: 'risk-point', blocks: 'submit' },
  { code: 'heaviest-without-measure', severity: 'error', entity: 'risk-point' },
  { code: 'expected-without-measure', severity: 'error', entity: 'risk-point', blocks: 'submit' },
  { code: 'lowered-without-reason', severity: 'error', entity: 'risk-point' },
  { code: 'power-without-basis', severity: 'error', entity: 'power' },
  { code: 'power-code-twice', severity: 'error', entity: 'power' },
  { code: 'discretion-without-benchmark', severity: 'error', entity: 'power' },
  { code: 'heaviest-without-chief', severity: 'warning', entity: 'risk-point' },
  { code: 'verified-heavier', severity: 'warning', entity: 'risk-point' },
  { code: 'copied-text', severity: 'warning', entity: 'risk-point' },
  { code: 'to-re-examine', severity: 'warning', entity: 'risk-point' },
  { code: 'grade-not-confirmed', severity: 'warning', entity: 'risk-point' },
  { code: 'review-overdue', severity: 'warning', entity: 'risk-point' },
  { code: 'power-without-flow', severity: 'warning', entity: 'power' },
  { code: 'power-without-risk', severity: 'warning', entity: 'power' },
  { code: 'power-without-code', severity: 'warning', entity: 'power' },
  { code: 'benchmark-not-calibrated', severity: 'warning', entity: 'power' },
  { code: 'measure-overdue', severity: 'warning', entity: 'control-measure' },
  { code: 'measure-without-evidence', severity: 'warning', entity: 'control-measure' },
  { code: 'measure-without-owner', severity: 'warning', entity: 'control-measure' },
  { code: 'measure-ineffective', severity: 'warning', entity: 'control-measure' },
  { code: 'post-without-holder', severity: 'warning', entity: 'post' },
  { code: 'department-without-head', severity: 'warning', entity: 'department' },
  { code: 'rectification-overdue', severity: 'warning', entity: 'rectification' },
  { code: 'point-without-step', severity: 'hint', entity: 'risk-point' },
  { code: 'method-outdated', severity: 'hint', entity: 'risk-point' },
  { code: 'measure-without-kind', severity: 'hint', entity: 'control-measure' },
  { code: 'measure-without-point', severity: 'hint', entity: 'control-measure' },
] as const satisfies readonly RuleFacts[]
export type RuleCode = (typeof consistencyRules)[number]['code']
export const ruleCodes = consistencyRules.map(({ code }) => code)

/** What is known of a rule. @throws RangeError for a code that is none */
export function ruleOf(code: RuleCode): RuleFacts & { readonly code: RuleCode } {
  const rule = consistencyRules.find((one) => one.code === code)
  if (rule === undefined) throw new RangeError(`no rule ${code}`)
  return rule
}

export const isRuleCode = (code: string): code is RuleCode => ruleCodes.some((known) => known === code)

/** Months after which a discretion benchmark wants to be calibrated anew. */
export const calibrationMonths = 24
