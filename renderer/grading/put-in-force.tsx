import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Method, MethodVersion } from '#shared/contract/grading.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'

/** From now on points are graded by this version; what that leaves as it is, is said before. */
export function PutInForce({ method, version, scale }: { method: Method; version: MethodVersion; scale: Scale }) {
  const { t } = useTranslation(['grading', 'common'])
  const { modal, message } = App.useApp()
  const locale = useLocale()
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const tell = useFailureMessage()
  const organisation = useQuery(api.organisation.get.queryOptions())
  const named = { name: method.labels[locale], version: version.version }
  const put = async () => {
    try {
      await client.grading.putInForce({ versionId: version.id })
      await refresh()
      void message.success(t('put.done', named))
    } catch (error) {
      tell(error)
    }
  }
  const ask = () => {
    const movesScale = organisation.data?.scaleCode !== scale.code
    void modal.confirm({
      title: t('put.title', named),
      content: <>{t('put.text')}{movesScale ? <p>{t('put.scale', { scale: scale.labels[locale] })}</p> : null}</>,
      okText: t('put.do'), cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: put,
    })
  }
  return <Button type="primary" onClick={ask} data-testid="put-in-force">{t('put')}</Button>
}
