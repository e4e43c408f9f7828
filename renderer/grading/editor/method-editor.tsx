import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Method } from '#shared/contract/grading.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { NotFound } from '#renderer/app/not-found.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { EditorFrame } from './editor-frame.tsx'

/** The next version of a method; the ones before stay as they are. */
export function MethodEditor({ method, scales }: { method: Method; scales: readonly Scale[] }) {
  const { t } = useTranslation('grading')
  const { message } = App.useApp()
  const client = useClient()
  const locale = useLocale()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const [newest] = method.versions
  if (newest === undefined) return <NotFound />
  const next = newest.version + 1
  return (
    <EditorFrame
      title={t('editor.title', { name: method.labels[locale], version: next })} text={t('editor.text')} back={`methods/${method.id}`} backLabel={method.labels[locale]}
      draftKey={`draft.method.${method.id}`} definition={newest.definition} version={newest.version} scales={scales} saveLabel={t('save.version', { version: next })}
      onSave={async (definition, note) => {
        const saved = await client.grading.saveVersion({ methodId: method.id, definition, note })
        await refresh()
        await navigate({ to: '/settings/$', params: { _splat: `methods/${method.id}/${saved.version}` } })
        void message.success(t('saved.version', { version: saved.version }))
      }}
    />
  )
}
