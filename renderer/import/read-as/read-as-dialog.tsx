import { skipToken, useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan, SheetHead, SheetReading } from '#shared/contract/exchange.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import type { ImportFile, ImportSession } from '../import-session.ts'
import { firstDraft, lackingFields, meaningsOf, orderFrom } from './draft.ts'
import type { Draft } from './draft.ts'
import { HeaderChoice } from './header-choice.tsx'
import { MeaningList } from './meaning-list.tsx'
import styles from './read-as.module.css'
import { SheetGrid } from './sheet-grid.tsx'

export interface ReadAsProps {
  readonly file: ImportFile
  readonly plan: ImportPlan
  readonly reading: SheetReading
  readonly session: ImportSession
}

interface DialogProps extends ReadAsProps {
  readonly draft: Draft | undefined
  readonly onDraft: (draft: Draft) => void
  readonly onClose: () => void
}

/** How a sheet is to be read: which form it is, where its header stands, what its columns hold. */
export function ReadAsDialog(props: DialogProps) {
  const { plan, reading, draft, onDraft } = props
  const { t } = useTranslation('exchange')
  const api = useApi()
  const head = useQuery(api.exchange.sheetHead.queryOptions({ input: { planId: plan.planId, sheet: reading.sheetIndex }, staleTime: Infinity, retry: false }))
  const now = draft ?? (head.data === undefined ? undefined : firstDraft(reading, head.data))
  return (
    <Chosen {...props} draft={now} title={t('read-as.title', { sheet: reading.sheet })}>
      {head.error === null ? null : <ErrorSentence failure={failureOf(head.error)} />}
      {head.data === undefined || now === undefined ? null : <Choosing head={head.data} draft={now} onDraft={onDraft} plan={plan} reading={reading} />}
    </Chosen>
  )
}

/** Suggestions for the columns of what is chosen. */
function useSuggestions(plan: ImportPlan, reading: SheetReading, draft: Draft | undefined) {
  const api = useApi()
  const input = draft === undefined ? skipToken : { planId: plan.planId, sheet: reading.sheetIndex, form: draft.form, headerFirst: draft.headerFirst, headerLast: draft.headerLast }
  return useQuery(api.exchange.suggestColumns.queryOptions({ input, staleTime: Infinity, retry: false }))
}

interface ChosenProps extends DialogProps { readonly title: string; readonly children: React.ReactNode }

/** The frame: its button says what it does, and beside it what is still lacking. */
function Chosen({ file, plan, reading, session, draft, onClose, title, children }: ChosenProps) {
  const { t } = useTranslation(['exchange', 'common'])
  const suggestions = useSuggestions(plan, reading, draft)
  const meanings = draft === undefined || suggestions.data === undefined ? undefined : meaningsOf(draft, suggestions.data)
  const lacking = meanings === undefined || suggestions.data === undefined ? [] : lackingFields(meanings, suggestions.data)
  const why = lacking.length === 0 ? undefined : t('read-as.lacking', { fields: lacking.map((field) => t(`column.${field}` as 'column.name')).join(t('common:listSeparator')) })
  const read = () => {
    if (draft === undefined || meanings === undefined) return
    onClose()
    session.readAs(file.id, orderFrom(draft, reading.sheetIndex, meanings), reading)
  }
  return (
    <Modal
      open title={title} width="min(1320px, calc(100vw - 32px))" style={{ top: 16 }} onCancel={onClose}
      footer={(
        <div className={styles.footer}>
          <span role="status" id="read-as-lacking">{why}</span>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" onClick={read} disabled={meanings === undefined || lacking.length > 0} aria-describedby="read-as-lacking" data-testid="read-as-do">
            {draft === undefined ? t('read-as') : t('read-as.do', { form: t(`form.${draft.form}`) })}
          </Button>
        </div>
      )}
    >
      <div className={styles.body} data-testid="read-as" data-ready={suggestions.data !== undefined && !suggestions.isFetching}>{children}</div>
    </Modal>
  )
}

interface ChoosingProps {
  readonly head: SheetHead
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly plan: ImportPlan
  readonly reading: SheetReading
}

function Choosing({ head, draft, onDraft, plan, reading }: ChoosingProps) {
  const suggestions = useSuggestions(plan, reading, draft)
  const [lit, setLit] = useState<number>()
  // A table that was recognised above can be kept, so that a second one below it costs nothing.
  const above = plan.sheets.find(({ sheetIndex, headerRow }) => sheetIndex === reading.sheetIndex && headerRow !== null && headerRow < draft.headerFirst - 1)
  return (
    <>
      <HeaderChoice head={head} draft={draft} onDraft={onDraft} above={above?.headerRow ?? null} />
      <div className={styles.halves}>
        <SheetGrid head={head} draft={draft} lit={lit} onDraft={onDraft} />
        <div className={styles.half}>
          {suggestions.error === null ? null : <ErrorSentence failure={failureOf(suggestions.error)} />}
          {suggestions.data === undefined ? null : <MeaningList suggestions={suggestions.data} draft={draft} onDraft={onDraft} onLight={setLit} />}
        </div>
      </div>
    </>
  )
}
