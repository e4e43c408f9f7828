import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { indicatorCodes } from '#shared/model/assessment/indicators.ts'
import type { IndicatorCode } from '#shared/model/assessment/indicators.ts'
import { useLocale } from '#renderer/app/language.ts'
import { AddButton, RemoveButton } from '#renderer/grading/editor/row-buttons.tsx'
import styles from './editor.module.css'
import { freeCode } from './free-code.ts'
import { OwnText } from './own-text.tsx'
import { replaced } from './part-props.ts'
import type { Definition, PartProps } from './part-props.ts'
import { PointsInput } from './points-input.tsx'

type Veto = Definition['vetoes'][number]
const zero = ' zero'

/** When a department is held down whatever it scored, and how far. */
export function VetoesEditor({ definition: { vetoes, bands }, reads, onChange }: PartProps) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const effects = [...bands.toSorted((a, b) => a.rank - b.rank).map(({ code, labels }) => ({ value: code, label: t('veto.effect.no-better-than', { band: labels[locale] }) })), { value: zero, label: t('veto.effect.zero') }]
  const keep = (list: Veto[]) => onChange({ vetoes: list })
  return (
    <section className={styles.group}>
      {vetoes.length === 0 ? null : (
        <table className={styles.items}>
          <thead><tr><th scope="col">{t('editor.veto-text')}</th><th scope="col" className={styles.way}>{t('editor.veto-effect')}</th><th scope="col" className={styles.way}>{t('editor.way')}</th>{reads ? null : <th className={styles.remove} aria-label={t('editor.remove')} />}</tr></thead>
          <tbody>
            {vetoes.map((veto, at) => {
              const { computed, ...byPeople } = veto
              const choose = (indicator: IndicatorCode | '') => keep(replaced(vetoes, at, indicator === '' ? byPeople : { ...veto, computed: { indicator, cases: computed?.cases ?? 1 } }))
              return (
                <tr key={veto.code}>
                  <td><OwnText long value={veto.text} label={t('editor.veto-text')} reads={reads} onChange={(text) => keep(replaced(vetoes, at, { ...veto, text }))} /></td>
                  <td className={styles.way}><Select style={{ width: '100%' }} disabled={reads} value={veto.effect.kind === 'zero' ? zero : veto.effect.band} aria-label={t('editor.veto-effect')} options={effects} onChange={(value: string) => keep(replaced(vetoes, at, { ...veto, effect: value === zero ? { kind: 'zero' } : { kind: 'no-better-than', band: value } }))} /></td>
                  <td className={styles.way}>
                    <Select<IndicatorCode | ''> style={{ width: '100%' }} disabled={reads} value={computed?.indicator ?? ''} aria-label={t('editor.indicator')} options={[{ value: '', label: t('editor.by-people') }, ...indicatorCodes.map((code) => ({ value: code, label: t(`indicator.${code}`) }))]} onChange={choose} />
                    {computed === undefined ? null : <div className={styles.formula}><label>{t('editor.veto-cases')}<PointsInput whole value={computed.cases} label={t('editor.veto-cases')} reads={reads} onChange={(cases) => keep(replaced(vetoes, at, { ...veto, computed: { ...computed, cases: Math.max(1, cases) } }))} /></label></div>}
                  </td>
                  {reads ? null : <td className={styles.remove}><RemoveButton label={t('editor.remove')} disabled={false} onClick={() => keep(replaced(vetoes, at))} /></td>}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {reads ? null : <div className={styles.foot}><AddButton label={t('editor.add-veto')} onClick={() => keep([...vetoes, { code: freeCode('veto', vetoes.map(({ code }) => code)), text: { 'zh-CN': '', en: '' }, effect: { kind: 'zero' } }])} /></div>}
    </section>
  )
}
