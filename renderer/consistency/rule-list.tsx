import { useTranslation } from 'react-i18next'
import type { ConsistencyCheck, RuleCount } from '#shared/contract/consistency.ts'
import { severities } from '#shared/model/consistency/rules.ts'
import type { RuleCode } from '#shared/model/consistency/rules.ts'
import { SeverityMark } from './severity-mark.tsx'
import styles from './consistency.module.css'

interface Props { readonly check: ConsistencyCheck; readonly chosen: RuleCode | undefined; readonly onChoose: (rule: RuleCode) => void }

/** The rules that found something, heaviest first; folded away below, those that found nothing and those nobody asks. */
export function RuleList({ check, chosen, onChoose }: Props) {
  const { t } = useTranslation('consistency')
  const fine = check.rules.filter(({ level, count }) => level !== 'off' && count === 0)
  const off = check.rules.filter(({ level }) => level === 'off')
  const list = (rules: readonly RuleCount[]) => (
    <ul>{rules.map((one) => <li key={one.rule}><RuleButton one={one} chosen={chosen === one.rule} onChoose={onChoose} /></li>)}</ul>
  )
  return (
    <nav className={styles.rules} aria-label={t('rules.label')} data-testid="rules">
      {severities.map((level) => {
        const found = check.rules.filter((one) => one.level === level && one.count > 0)
        return found.length === 0 ? null : <section key={level}><h2><SeverityMark level={level} count={check.totals[level]} /></h2>{list(found)}</section>
      })}
      {fine.length === 0 ? null : <details open={chosen !== undefined && fine.some(({ rule }) => rule === chosen)}><summary>{t('rules.fine', { count: fine.length })}</summary>{list(fine)}</details>}
      {off.length === 0 ? null : <details open={chosen !== undefined && off.some(({ rule }) => rule === chosen)}><summary>{t('rules.off', { count: off.length })}</summary>{list(off)}</details>}
    </nav>
  )
}

function RuleButton({ one: { rule, count, level }, chosen, onChoose }: { one: RuleCount; chosen: boolean; onChoose: (rule: RuleCode) => void }) {
  const { t } = useTranslation('consistency')
  return (
    <button type="button" className={styles.rule} aria-current={chosen} data-level={level} data-testid={`rule-${rule}`} data-count={count} onClick={() => onChoose(rule)}>
      <span>{t(`rule.${rule}`)}</span>{level === 'off' ? null : <b>{count}</b>}
    </button>
  )
}
