import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Method } from '#shared/contract/grading.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { NotFound } from '#renderer/app/not-found.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { freeCode } from '#renderer/settings/free-code.ts'
import { blankDefinition, isMethodKind } from '../blank-definition.ts'
import { EditorFrame } from './editor-frame.tsx'

interface Props {
  /** Id of the method it begins as a copy of, or a kind for a blank one. */
  readonly base: string
  readonly methods: readonly Method[]
  readonly scales: readonly Scale[]
}

/** A method that is not there yet. */
export function NewMethodEditor({ base, methods, scales }: Props) {
  const { t } = useTranslation('grading')
  const { message } = App.useApp()
  const client = useClient()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const { scale = scales[0] } = useScale()
  const definition = useMemo(() => beginning(base, methods, scale), [base, methods, scale])
  if (definition === undefined) return <NotFound />
  return (
    <EditorFrame
      title={t('new.title')} text={t('new.text')} back="methods" backLabel={t('methods.title')} draftKey={`draft.method.new.${base}`} definition={definition} version={0} scales={scales} saveLabel={t('save.new')}
      onSave={async (made, note) => {
        const code = freeCode(made.labels.en, methods.map((method) => method.code))
        const { methodId } = await client.grading.createMethod({ code, labels: made.labels, definition: { ...made, code }, note })
        await refresh()
        await navigate({ to: '/settings/$', params: { _splat: `methods/${methodId}` } })
        void message.success(t('saved.new'))
      }}
    />
  )
}

/** A copy keeps everything but the name: two methods of one name could not be told apart. */
function beginning(base: string, methods: readonly Method[], scale: Scale | undefined): MethodDefinition | undefined {
  if (isMethodKind(base)) return scale === undefined ? undefined : blankDefinition(base, scale)
  const copied = methods.find(({ id }) => id === base)?.versions[0]?.definition
  return copied === undefined ? undefined : { ...copied, labels: { 'zh-CN': '', en: '' } }
}
