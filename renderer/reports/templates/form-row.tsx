import { App, Button, Dropdown } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckedForm, ReportForm } from '#shared/contract/report-forms.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { fileSize } from '../file-size.ts'
import styles from './templates.module.css'

interface Props {
  readonly form: ReportForm
  readonly year: number
  readonly kindName: string
  readonly editions: readonly ReportEdition[]
  readonly mayEdit: boolean
}

/** A form that is kept: what it is for, whether it is used, and what can be done with it. */
export function FormRow({ form, year, kindName, editions, mayEdit }: Props) {
  const { t } = useTranslation(['reportForms', 'reportKinds', 'common'])
  const locale = useLocale()
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const fail = useFailureMessage()
  const { message, modal } = App.useApp()
  const [doing, setDoing] = useState<'try' | 'check'>('try')
  const change = async (act: () => Promise<unknown>, said?: string) => {
    try {
      await act()
      await refresh()
      if (said !== undefined) void message.success(said)
    } catch (error) { fail(error) }
  }
  const tryOut = async (edition: ReportEdition) => {
    setDoing('try')
    const file = await work.run((signal) => client.reportForms.tryOut({ id: form.id, year, edition }, { signal }))
    if (file !== undefined) downloadFile(file)
  }
  const check = async () => {
    setDoing('check')
    const found: CheckedForm | undefined = await work.run((signal) => client.reportForms.check({ id: form.id, year }, { signal }))
    if (found === undefined) return
    void modal.info({
      title: t('check.fits', { year, count: found.placeholders.length }),
      content: found.empty.map(({ edition, names }) => <p key={edition}>{t('check.empty', { edition: t(`reportKinds:edition.${edition}`), names: names.join(t('separator')) })}</p>),
    })
  }
  const withdraw = () => void modal.confirm({
    title: t('withdraw.confirm', { name: form.name }), okText: t('withdraw'), cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: () => change(() => client.reportForms.withdraw({ id: form.id })),
  })
  return (
    <tr data-testid="template" data-state={form.state}>
      <td>
        <b>{form.name}</b>
        <small><Button type="link" size="small" onClick={() => void change(async () => downloadFile(await client.reportForms.read({ id: form.id })))} title={t('read')}>{form.fileName}</Button> {fileSize(form.size, locale)} · {t('list.count', { count: form.placeholders.length })}</small>
      </td>
      <td>{kindName}<small>{t(`language.${form.locale}`)}</small></td>
      <td><span className={styles.state} data-state={form.state}>{t(`state.${form.state}`)}</span></td>
      <td>{form.addedBy}<small>{dayjs(form.addedAt).format('YYYY-MM-DD')}</small></td>
      <td className={styles.actions}>
        {!mayEdit ? null : (
          <>
            <Dropdown menu={{ items: editions.map((edition) => ({ key: edition, label: t(`reportKinds:edition.${edition}`) })), onClick: ({ key }) => void tryOut(editions.find((edition) => edition === key) ?? 'internal') }} trigger={['click']}>
              <Button size="small" data-testid="template-try">{t('try')}</Button>
            </Dropdown>{' '}
            <Button size="small" onClick={() => void check()} data-testid="template-check">{t('check')}</Button>{' '}
            {form.state === 'in-use'
              ? <Button size="small" onClick={() => void change(() => client.reportForms.putBack({ kind: form.kind, locale: form.locale }), t('put-back.done', { kind: kindName }))} data-testid="template-put-back">{t('put-back')}</Button>
              : <Button size="small" type="primary" ghost onClick={() => void change(() => client.reportForms.use({ id: form.id }), t('use.done', { kind: kindName, name: form.name }))} data-testid="template-use">{t('use')}</Button>}{' '}
            <Button size="small" type="text" onClick={withdraw} data-testid="template-withdraw">{t('withdraw')}</Button>
          </>
        )}
        <LongWorkDialog work={work} title={t(`${doing}.working`)} stageText={(stage) => t(`stage.${stage}` as 'stage.collect', { defaultValue: stage })} />
      </td>
    </tr>
  )
}
