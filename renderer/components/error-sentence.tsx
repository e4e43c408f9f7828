import { WarningFilled } from '@ant-design/icons'
import type { Failure } from '#renderer/app/failure.ts'
import styles from './error-sentence.module.css'
import { useFailureSentence } from './use-failure-sentence.ts'

/** What went wrong, beside the place where it did. Nothing where all is well. */
export function ErrorSentence({ failure }: { failure: Failure | undefined }) {
  const sentence = useFailureSentence()
  if (failure === undefined) return null
  return (
    <p className={styles.sentence} role="alert" data-testid="error-sentence">
      <WarningFilled aria-hidden="true" /> {sentence(failure)}
    </p>
  )
}
