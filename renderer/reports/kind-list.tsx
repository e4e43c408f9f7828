import { useTranslation } from 'react-i18next'
import type { ReportKindInfo } from '#shared/contract/reports.ts'
import type { ReportGroup } from '#shared/model/report-orders.ts'
import styles from './reports.module.css'

/** The yearly summing-up first, since most come for it; then in the order of the work. */
const order: readonly ReportGroup[] = ['assessment', 'register', 'grading', 'control']

/** Every kind of report under the work it belongs to; the chosen one is ordered beside the list. */
export function KindList({ kinds, chosen, onChoose }: { kinds: readonly ReportKindInfo[]; chosen: string | undefined; onChoose: (code: string) => void }) {
  const { t } = useTranslation(['reports', 'reportKinds'])
  const groups = order.map((group) => ({ group, own: kinds.filter((kind) => kind.group === group) })).filter(({ own }) => own.length > 0)
  return (
    <nav className={styles.kinds} aria-label={t('kinds.title')} data-testid="report-kinds">
      {groups.map(({ group, own }) => (
        <section key={group}>
          <h2>{t(`reportKinds:group.${group}`)}</h2>
          <ul>
            {own.map(({ code }) => (
              <li key={code}>
                <button type="button" className={styles.kind} aria-pressed={code === chosen} onClick={() => onChoose(code)} data-testid={`kind-${code}`}>
                  <b>{kindName(t, code)}</b>
                  <span>{t(`reportKinds:kind.${code}.text` as 'reportKinds:kind.annual.text', { defaultValue: '' })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

/** A kind that a newer program wrote keeps its code. */
export const kindName = (t: (key: 'reportKinds:kind.annual', options: { defaultValue: string }) => string, code: string): string =>
  t(`reportKinds:kind.${code}` as 'reportKinds:kind.annual', { defaultValue: code })
