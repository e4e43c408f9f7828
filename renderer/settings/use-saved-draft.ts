import { App } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import type { Refusals } from '#renderer/components/use-refusal.ts'
import { useDraft } from './use-draft.ts'
import type { Kept } from './use-draft.ts'

interface Order<T> {
  /** The loose shape of the draft, see `useDraft`. */
  readonly schema: z.ZodType<T>
  readonly stands: { readonly value: T; readonly revision: number }
  /** Whether it can be saved as it is. */
  readonly sound: (value: T) => boolean
  /** Writes it and says in a sentence that it is done. */
  readonly write: (value: T) => Promise<string>
}

export interface SavedDraft<T> extends Omit<Kept<T>, 'discard'> {
  readonly refusals: Refusals
  /** What the bar below the draft takes. */
  readonly bar: { readonly dirty: boolean; readonly busy: boolean; readonly disabled: boolean; readonly onSave: () => void; readonly onDiscard: () => void }
}

/** A draft of the settings with its one way of being saved: by the bar below it or by Ctrl+S, once at a time, and only where it is sound. */
export function useSavedDraft<T>(key: string, { schema, stands, sound, write }: Order<T>): SavedDraft<T> {
  const { message } = App.useApp()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [busy, setBusy] = useState(false)
  const draft = useDraft<T>(key, schema, stands)
  const savable = sound(draft.value)
  const save = async () => {
    if (!draft.dirty || !savable || busy) return
    setBusy(true)
    let said = ''
    const done = await refusals.attempt(async () => { said = await write(draft.value); await refresh() })
    setBusy(false)
    if (!done) return
    draft.discard()
    void message.success(said)
  }
  useShortcut('Ctrl+S', () => void save())
  return {
    value: draft.value, dirty: draft.dirty, overtaken: draft.overtaken, refusals,
    change: (next) => { refusals.clear(); draft.change(next) },
    bar: { dirty: draft.dirty, busy, disabled: !savable, onSave: () => void save(), onDiscard: () => { draft.discard(); refusals.clear() } },
  }
}
