import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { gradeColours } from '#shared/model/scales.ts'
import type { ScaleLevel } from '#shared/model/scales.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import tag from '#renderer/components/grade-tag.module.css'
import styles from '../settings.module.css'

interface Props { readonly level: ScaleLevel; readonly place: number; readonly steps: number; readonly onChange: (level: ScaleLevel) => void }

/** One grade: its words, its colour and who answers for it. */
export function LevelRow({ level, place, steps, onChange }: Props) {
  const { t } = useTranslation(['settings', 'common'])
  const roles = useVocabulary().choices('responsible-role')
  const name = level.labels['zh-CN']
  const colours = gradeColours.map((value) => ({ value, label: <span className={tag.tag} data-colour={value}>{t(`colour.${value}`)}</span> }))
  return (
    <tr data-testid="level" data-code={level.code}>
      <th scope="row" className={styles.narrow}>{t('scales.place', { place, steps })}</th>
      <td className={styles.inputShort}><Input value={name} aria-label={t('scales.word-of', { place, language: t('labels.zh-CN') })} onChange={(event) => onChange({ ...level, labels: { ...level.labels, 'zh-CN': event.target.value } })} data-testid="level-zh" /></td>
      <td className={styles.inputShort}><Input value={level.labels.en} aria-label={t('scales.word-of', { place, language: t('labels.en') })} onChange={(event) => onChange({ ...level, labels: { ...level.labels, en: event.target.value } })} /></td>
      <td><Select mode="tags" open={false} suffixIcon={null} value={level.aliases} aria-label={t('scales.aliases-of', { name })} tokenSeparators={['、', ',', '，', ';', '；']} onChange={(aliases: string[]) => onChange({ ...level, aliases: aliases.map((alias) => alias.trim()).filter((alias) => alias !== '') })} data-testid="level-aliases" /></td>
      <td className={styles.inputShort}><Select value={level.colour} aria-label={t('scales.colour-of', { name })} options={colours} onChange={(colour) => onChange({ ...level, colour })} /></td>
      <td className={styles.inputMiddle}><Select value={level.responsible} aria-label={t('scales.responsible-of', { name })} options={roles} onChange={(responsible: string) => onChange({ ...level, responsible })} data-testid="level-responsible" /></td>
    </tr>
  )
}
