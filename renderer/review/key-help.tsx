import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './review.module.css'

const keys = [
  ['J', 'K'], ['Enter'], ['Esc'], ['1', '9'], ['P'], ['R'], ['U'], ['L'], ['S'], ['C'], ['Ctrl', 'Enter'], ['Space'], ['?'],
] as const
const words = ['move', 'enter', 'back', 'tick', 'pass', 'return', 'raise', 'lower', 'score', 'comment', 'confirm', 'pick', 'help'] as const
const joints: Readonly<Record<string, string>> = { tick: '…', confirm: '+' }

/** The keys of the review desk. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('review')
  return (
    <Modal open title={t('keys')} onCancel={onClose} footer={null} data-testid="key-help">
      <dl className={styles.keys}>
        {words.map((word, index) => [
          <dt key={`${word}-key`}>{(keys[index] ?? []).map((key, place) => <span key={key}>{place === 0 ? null : ` ${joints[word] ?? '/'} `}<kbd>{key}</kbd></span>)}</dt>,
          <dd key={word}>{t(`keys.${word}`)}</dd>,
        ])}
      </dl>
    </Modal>
  )
}
