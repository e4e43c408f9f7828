import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './record-form.module.css'

interface Props {
  readonly fields: readonly { readonly name: string; readonly label: string; readonly mine: string; readonly theirs: string }[]
  readonly onChoose: (name: string, whose: 'mine' | 'theirs') => void
  readonly onTake: () => void
  readonly onKeep: () => void
}

/** The record was saved by somebody else while this form was being filled in: what differs, and the choice. */
export function OvertakenNotice({ fields, onChoose, onTake, onKeep }: Props) {
  const { t } = useTranslation('grid')
  return (
    <section className={styles.overtaken} role="alert" data-testid="overtaken">
      <h3>{t('stale.title')}</h3>
      <p>{t('stale.text')}</p>
      <table>
        <thead><tr><th /><th>{t('conflict.theirs')}</th><th>{t('conflict.mine')}</th></tr></thead>
        <tbody>
          {fields.map(({ name, label, mine, theirs }) => (
            <tr key={name} data-testid={`overtaken-${name}`}>
              <th scope="row">{label}</th>
              <td>{theirs}<Button size="small" onClick={() => onChoose(name, 'theirs')} data-testid={`take-theirs-${name}`}>{t('stale.theirs')}</Button></td>
              <td>{mine}<Button size="small" onClick={() => onChoose(name, 'mine')} data-testid={`keep-mine-${name}`}>{t('stale.mine')}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
      {fields.length < 2 ? null : (
        <div className={styles.actions}>
          <Button onClick={onTake}>{t('stale.rebase')}</Button>
          <Button onClick={onKeep}>{t('stale.overwrite')}</Button>
        </div>
      )}
    </section>
  )
}
