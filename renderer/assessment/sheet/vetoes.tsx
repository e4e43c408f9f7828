import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sheet, VetoStanding } from '#shared/contract/assessment.ts'
import { textIn } from '#shared/model/assessment/definition.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import publicity from '#renderer/publicity/publicity.module.css'
import { ReasonDialog } from '../reason-dialog.tsx'
import styles from './sheet.module.css'
import { useGives } from './use-active-rater.ts'

/** 一票否决: which conditions hold, by the register or as somebody marked them with a reason. */
export function Vetoes({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('assessment')
  const marks = useGives(sheet)('office') && sheet.campaign.state === 'scoring'
  if (sheet.vetoes.length === 0) return null
  return (
    <section className={styles.vetoes} data-testid="vetoes">
      <h3>{t('veto.title')}</h3>
      <div className={publicity.sheet}><table className={publicity.table} aria-label={t('veto.title')}><tbody>{sheet.vetoes.map((veto) => <Row key={veto.code} veto={veto} sheet={sheet} marks={marks} />)}</tbody></table></div>
    </section>
  )
}

function Row({ veto, sheet, marks }: { veto: VetoStanding; sheet: Sheet; marks: boolean }) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const client = useClient()
  const [marking, setMarking] = useState(false)
  const { effect, computed, fires } = veto
  const text = textIn(veto.text, locale)
  const band = effect.kind === 'zero' ? '' : sheet.bands.find(({ code }) => code === effect.band)?.labels[locale] ?? effect.band
  return (
    <tr data-testid="veto" data-code={veto.code} data-fires={fires}>
      <td>{text}{veto.reason === '' ? null : <small>{t('veto.by', { by: veto.by ?? '', at: veto.at === null ? '' : localTime(veto.at), reason: veto.reason })}</small>}</td>
      <td className={publicity.tight}>{t(`veto.effect.${effect.kind}`, { band })}</td>
      <td className={publicity.tight}>{computed === null ? null : t('veto.computed', { found: computed.found })}</td>
      <td className={`${publicity.tight} ${fires ? styles.holds : ''}`}>{t(fires ? 'veto.fires' : 'veto.free')}</td>
      <td className={publicity.tight}>{marks && computed === null ? <Button size="small" onClick={() => setMarking(true)} data-testid="mark-veto">{t(fires ? 'veto.lift' : 'veto.mark')}</Button> : null}</td>
      {marking ? <ReasonDialog title={text} text={t('veto.then', { effect: t(`veto.effect.${effect.kind}`, { band }) })} label={t('veto.reason')} act={t(fires ? 'veto.lift' : 'veto.mark')} onAct={(reason) => client.assessment.markVeto({ id: sheet.department.id, veto: veto.code, fires: !fires, reason })} onClose={() => setMarking(false)} /> : null}
    </tr>
  )
}
