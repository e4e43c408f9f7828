import { useTranslation } from 'react-i18next'
import type { ImportCounts, ImportSummary } from '#shared/contract/exchange.ts'
import styles from './import.module.css'
import type { PreviewTab } from './plan-figures.ts'

const entities = [['powers', 'power', 'nav.powers'], ['riskPoints', 'risk-point', 'nav.risks'], ['controlMeasures', 'control-measure', 'nav.measures']] as const

/** The figures of an import, planned or done. */
export function PlanFigures({ summary, onTab }: { summary: ImportSummary; onTab?: (tab: PreviewTab) => void }) {
  const { t } = useTranslation(['exchange', 'shell'])
  return (
    <dl className={styles.figures} data-testid="import-figures">
      {entities.map(([key, entity, name]) => (
        <div key={key} data-testid={`figures-${entity}`}>
          <dt>{t(`shell:${name}`)}</dt>
          <Counts counts={summary[key]} />
        </div>
      ))}
      <Remark kind="rejected" count={summary.rejected} label={t('figures.rejected')} onOpen={onTab === undefined ? undefined : () => onTab('rejected')} />
      <Remark kind="confirm" count={summary.flagged} label={t('figures.flagged')} onOpen={onTab === undefined ? undefined : () => onTab('confirm')} />
    </dl>
  )
}

function Counts({ counts }: { counts: ImportCounts }) {
  const { t } = useTranslation('exchange')
  return (['created', 'updated', 'unchanged'] as const).map((name) => (
    <dd key={name} data-zero={counts[name] === 0} data-count={name}><b>{counts[name]}</b> {t(`figures.${name}`)}</dd>
  ))
}

function Remark({ kind, count, label, onOpen }: { kind: string; count: number; label: string; onOpen: (() => void) | undefined }) {
  return (
    <div data-remark={kind} data-zero={count === 0} data-testid={`figures-${kind}`}>
      <dt>{label}</dt>
      <dd>{onOpen === undefined || count === 0 ? <b>{count}</b> : <button type="button" onClick={onOpen}><b>{count}</b></button>}</dd>
    </div>
  )
}
