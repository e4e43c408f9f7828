import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Founding } from '#shared/contract/people.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useTakeUp } from '#renderer/app/session/use-take-up.ts'
import { useRefusal } from '#renderer/components/use-refusal.ts'

/** Makes the first accounts and goes on to the sign-in. */
export function useFound(): { readonly found: (founding: Founding) => Promise<void>; readonly busy: boolean; readonly failure: Failure | undefined } {
  const { t } = useTranslation('people')
  const { message } = App.useApp()
  const client = useClient()
  const takeUp = useTakeUp()
  const refusals = useRefusal()
  const [busy, setBusy] = useState(false)
  const found = async (founding: Founding) => {
    setBusy(true)
    const done = await refusals.attempt(() => client.people.found(founding))
    setBusy(false)
    if (!done) return
    await takeUp()
    void message.success(t('found.done'))
  }
  return { found, busy, failure: refusals.general }
}
