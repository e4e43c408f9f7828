import { App, Button, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WarningRule } from '#shared/contract/warnings.ts'
import { ruleParams, ruleParamNames } from '#shared/model/warnings/rules.ts'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from '../settings.module.css'
import own from './warnings-settings.module.css'

interface Props { readonly rules: readonly WarningRule[]; readonly levels: readonly { readonly level: WarningLevel; readonly active: boolean }[] }

/** Every rule on a line: whether it is asked, what it weighs, its limits, its name. */
export function RulesEditor({ rules, levels }: Props) {
  const { t } = useTranslation('warnings')
  const locale = useLocale()
  const choices = levels.filter(({ active }) => active).map(({ level }) => ({ value: level.code, label: level.labels[locale] }))
  return (
    <div className={styles.list}>
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="warning-rules">
          <thead><tr>{(['enabled', 'name', 'level', 'limits'] as const).map((column) => <th key={column} scope="col">{t(`settings.column.${column}`)}</th>)}<th /></tr></thead>
          <tbody>{rules.map((rule) => <RuleRow key={`${rule.code} ${rule.revision}`} stored={rule} levels={choices} />)}</tbody>
        </table>
      </div>
    </div>
  )
}

function RuleRow({ stored, levels }: { stored: WarningRule; levels: { value: string; label: string }[] }) {
  const { t } = useTranslation(['warnings', 'settings'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [rule, change] = useState(stored)
  const [busy, setBusy] = useState(false)
  const dirty = JSON.stringify(rule) !== JSON.stringify(stored)
  const save = async () => {
    setBusy(true)
    if (await refusals.attempt(async () => { await client.warnings.saveRule(rule); await refresh() })) void message.success(t('settings:saved'))
    setBusy(false)
  }
  const limits = ruleParamNames.flatMap((name) => { const limit = ruleParams[stored.code][name]; return limit === undefined ? [] : [{ name, ...limit }] })
  return (
    <tr data-active={rule.enabled} data-testid={`rule-${stored.code}`}>
      <td className={styles.narrow}><Switch size="small" checked={rule.enabled} aria-label={t('settings.column.enabled')} onChange={(enabled) => change({ ...rule, enabled })} /></td>
      <td>
        <div className={own.names}>
          {(['zh-CN', 'en'] as const).map((locale) => <Input key={locale} size="small" value={rule.labels[locale]} maxLength={100} aria-label={t(`settings:labels.${locale}`)} title={rule.labels[locale]} onChange={(event) => change({ ...rule, labels: { ...rule.labels, [locale]: event.target.value } })} />)}
        </div>
        <ErrorSentence failure={refusals.general} />
      </td>
      <td className={styles.narrow}><Select size="small" style={{ width: 116 }} value={rule.levelCode} options={levels} aria-label={t('settings.column.level')} onChange={(levelCode) => change({ ...rule, levelCode })} /></td>
      <td>
        {limits.length === 0 ? <span className={styles.quiet}>—</span> : limits.map(({ name, min, max }) => (
          <label key={name} className={own.limit}>{t(`param.${name}`)}<InputNumber size="small" min={min} max={max} precision={0} value={rule.params[name] ?? min} style={{ width: 72 }} onChange={(value) => { if (value !== null) change({ ...rule, params: { ...rule.params, [name]: value } }) }} data-testid={`param-${name}`} /></label>
        ))}
      </td>
      <td className={own.save}>{dirty ? <><Button size="small" type="primary" loading={busy} disabled={rule.labels['zh-CN'].trim() === '' || rule.labels.en.trim() === ''} onClick={() => void save()} data-testid="save-rule">{t('settings.save')}</Button><Button size="small" onClick={() => { refusals.clear(); change(stored) }}>{t('settings.discard')}</Button></> : null}</td>
    </tr>
  )
}
