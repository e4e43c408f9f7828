import { PrinterOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sheet } from '#shared/contract/assessment.ts'
import { raters, ratersOf, textIn } from '#shared/model/assessment/definition.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { stepBefore } from '#shared/model/assessment/states.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import publicity from '#renderer/publicity/publicity.module.css'
import { printTable } from '../print-table.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import { useGives } from './use-active-rater.ts'
import type { Scoring } from './use-scoring.ts'

/** Hands the sheet on once all is done, or sends it back; and prints it. */
export function HandOn({ sheet, rater, scoring }: { sheet: Sheet; rater: Rater | undefined; scoring: Scoring }) {
  const { t } = useTranslation('assessment')
  const client = useClient()
  const office = useGives(sheet)('office')
  const [returning, setReturning] = useState(false)
  const { id, name, step } = sheet.department
  const items = [...sheet.groups.flatMap((group) => group.items), ...sheet.bonus]
  const left = rater === undefined ? 0 : items.filter((item) => item.lacks[rater] !== null || scoring.dirty(item)).length
  const reopens = sheet.campaign.state === 'scoring' && step === 'scored' && office
  const back = rater === 'office' || rater === 'lead' ? stepBefore(sheet, rater) !== undefined : reopens
  const sendBack = rater === 'lead' ? client.assessment.sendBackLead : client.assessment.sendBackOffice
  return (
    <>
      {rater === undefined ? null : <span className={left === 0 ? publicity.quiet : publicity.due} data-testid="left" data-left={left}>{left === 0 ? t('sheet.done', { done: items.length, total: items.length }) : t('hand.left', { count: left })}</span>}
      <Print sheet={sheet} />
      {back ? <Button onClick={() => setReturning(true)} data-testid="send-back">{t(reopens ? 'return.scored' : 'return')}</Button> : null}
      {rater === undefined ? null : <HandButton sheet={sheet} rater={rater} disabled={left > 0 || scoring.busy} />}
      {returning ? <ReasonDialog title={t('return.title', { department: name })} label={t('return.reason')} act={t(reopens ? 'return.scored' : 'return')} onAct={(reason) => sendBack({ id, reason })} onClose={() => setReturning(false)} /> : null}
    </>
  )
}

function HandButton({ sheet, rater, disabled }: { sheet: Sheet; rater: Rater; disabled: boolean }) {
  const { t } = useTranslation('assessment')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const hand = { self: client.assessment.handInSelf, office: client.assessment.handOnOffice, lead: client.assessment.handOnLead }[rater]
  const go = async () => {
    try {
      await hand({ id: sheet.department.id })
      void message.success(t('hand.done'))
    } catch (error) { fail(error) }
    await refresh()
  }
  const last = ratersOf(sheet).at(-1) === rater
  return <Button type="primary" disabled={disabled} onClick={() => void go()} data-testid="hand-on">{t(rater === 'office' && last ? 'hand.office.last' : `hand.${rater}`)}</Button>
}

function Print({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const asked = ratersOf(sheet)
  const lines = [...sheet.groups, ...(sheet.bonus.length === 0 ? [] : [{ code: '', name: undefined, items: sheet.bonus }])].flatMap(({ name, items }) => items.map((item) => ({ group: name === undefined ? t('sheet.bonus') : textIn(name, locale), item })))
  const band = sheet.bands.find(({ code }) => code === sheet.result?.band)?.labels[locale] ?? ''
  const standing = [
    ...(sheet.result === null ? [] : [t('sheet.result', { total: sheet.result.total.toFixed(2), band })]),
    ...sheet.vetoes.filter(({ fires }) => fires).map(({ text }) => t('veto.line', { text: textIn(text, locale) })),
  ]
  const print = () => printTable({
    title: sheet.campaign.title, lines: [sheet.department.name, ...standing],
    head: [t('column.group'), t('column.item'), t('column.points'), t('column.rule'), ...asked.map((rater) => t(`rater.${rater}`)), t('column.final'), t('column.reason')],
    rows: [...lines.map(({ group, item }) => [
      group, textIn(item.text, locale), String(item.points), textIn(item.rule, locale), ...asked.map((rater) => String(item.given[rater]?.score ?? item.computed?.score ?? '')), item.final?.toFixed(2) ?? '',
      raters.flatMap((rater) => { const reason = item.given[rater]?.reason ?? ''; return reason === '' ? [] : [t('reason.by', { rater: t(`rater.${rater}`), reason })] }).join('\n'),
    ]), [t('sheet.total'), '', String(sheet.total), '', ...asked.map((rater) => sheet.sums[rater].toFixed(2)), sheet.result?.total.toFixed(2) ?? '', '']],
  })
  return <Button icon={<PrinterOutlined />} onClick={print}>{t('print')}</Button>
}
