import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import type { LongWork } from '#renderer/components/use-long-work.ts'

/** Accepts declared grades of points and says how many were accepted and why the others were not. */
export function useAccept(): { readonly accept: (ids: string[]) => Promise<void>; readonly work: LongWork } {
  const { t } = useTranslation('risks')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const accept = async (ids: string[]) => {
    const result = await work.run((signal) => client.grading.accept({ ids }, { signal }))
    await refresh()
    if (result !== undefined) void message.success({ content: t('accept.result', result), duration: 6 })
  }
  return { accept, work }
}
