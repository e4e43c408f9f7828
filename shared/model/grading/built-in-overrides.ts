import type { OverrideRule } from './overrides.ts'

/**
 * The override rules met in practice. Listed in every built-in method but not in use: which of them apply is each
 * organisation's decision, and switching them on is one click in the method editor.
 */
export const usualOverrides: readonly OverrideRule[] = [
  {
    code: 'people-money-assets',
    labels: { 'zh-CN': '涉及人、财、物管理的权力', en: 'The power manages people, money or assets' },
    when: { fact: 'powerType', in: ['internal-personnel', 'internal-finance', 'internal-assets'] },
    atLeast: 'high',
    enabled: false,
  },
  {
    code: 'three-majors',
    labels: {
      'zh-CN': '属于“三重一大”事项',
      en: 'A matter of major decisions, appointments, projects or large sums',
    },
    when: { fact: 'threeMajors', is: true },
    atLeast: 'high',
    enabled: false,
  },
  {
    code: 'discretion-without-benchmark',
    labels: { 'zh-CN': '有自由裁量权而未制定裁量基准', en: 'Discretion without a discretion benchmark' },
    when: { fact: 'discretionWithoutBenchmark', is: true },
    atLeast: 'high',
    enabled: false,
  },
  {
    code: 'past-case',
    labels: { 'zh-CN': '曾经发生违纪违法案件', en: 'A case of misconduct has happened here' },
    when: { fact: 'pastCase', is: true },
    atLeast: 'high',
    enabled: false,
  },
]
