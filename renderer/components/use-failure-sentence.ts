import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceFor } from '#shared/locales/translator.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { useLocale } from '#renderer/app/language.ts'

/** The sentence that says what did not happen and what to do. */
export function useFailureSentence(): (failure: Failure) => string {
  const { t } = useTranslation()
  const locale = useLocale()
  return useCallback((failure) => {
    switch (failure.kind) {
      case 'refused': return sentenceFor(locale, 'errors', failure)
      case 'stale': return t('failure.stale')
      case 'fault': return t('failure.fault', { reference: failure.reference })
      case 'unsound': return t('failure.unsound', { message: failure.message })
      case 'unreachable': return t('failure.unreachable')
    }
  }, [t, locale])
}
