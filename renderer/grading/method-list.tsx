import { CheckCircleFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Method } from '#shared/contract/grading.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useLocale } from '#renderer/app/language.ts'
import { PartFrame } from '#renderer/settings/part-frame.tsx'
import settings from '#renderer/settings/settings.module.css'
import styles from './grading.module.css'
import { NewMethodDialog } from './new-method-dialog.tsx'

const isInForce = (method: Method): boolean => method.versions.some((version) => version.inForce)

/** All methods, the one in force first. */
export function MethodList({ methods, scales }: { methods: readonly Method[]; scales: readonly Scale[] }) {
  const { t } = useTranslation('grading')
  const [asking, setAsking] = useState(false)
  const inOrder = methods.toSorted((a, b) => Number(isInForce(b)) - Number(isInForce(a)))
  return (
    <PartFrame name="methods" title={t('methods.title')} text={t('methods.text')} ready actions={<Button onClick={() => setAsking(true)} data-testid="new-method">{t('new.title')}</Button>}>
      <div className={settings.list}>
        <div className={settings.scroll}>
          <table className={settings.table} data-testid="methods">
            <thead><tr><th scope="col">{t('methods.name')}</th><th scope="col">{t('methods.kind')}</th><th scope="col">{t('methods.scale')}</th><th scope="col">{t('methods.versions')}</th><th scope="col" className={settings.number}>{t('methods.uses')}</th></tr></thead>
            <tbody>{inOrder.map((method) => <MethodRow key={method.id} method={method} scales={scales} />)}</tbody>
          </table>
        </div>
      </div>
      {asking ? <NewMethodDialog methods={inOrder} onClose={() => setAsking(false)} /> : null}
    </PartFrame>
  )
}

function MethodRow({ method, scales }: { method: Method; scales: readonly Scale[] }) {
  const { t } = useTranslation('grading')
  const locale = useLocale()
  const [newest] = method.versions
  const inForce = method.versions.find((version) => version.inForce)
  const uses = method.versions.reduce((total, version) => total + version.uses, 0)
  if (newest === undefined) return null
  return (
    <tr data-testid="method" data-code={method.code} data-in-force={inForce !== undefined}>
      <td>
        <Link to="/settings/$" params={{ _splat: `methods/${method.id}` }}>{method.labels[locale]}</Link>
        {inForce === undefined ? null : <span className={styles.inForce}><CheckCircleFilled aria-hidden="true" /> {t('in-force.version', { version: inForce.version })}</span>}
      </td>
      <td className={settings.narrow}>{t(`kind.${newest.definition.kind}`)}</td>
      <td>{scales.find(({ code }) => code === newest.definition.scale)?.labels[locale] ?? newest.definition.scale}</td>
      <td className={settings.narrow}>{t('methods.newest', { version: newest.version })}</td>
      <td className={settings.number}>{uses}</td>
    </tr>
  )
}
