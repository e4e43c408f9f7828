import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { itemsOf } from '#shared/model/assessment/definition.ts'
import { sumOfPoints } from '#shared/model/assessment/scores.ts'
import { AddButton, RemoveButton } from '#renderer/grading/editor/row-buttons.tsx'
import publicity from '#renderer/publicity/publicity.module.css'
import styles from './editor.module.css'
import { freeCode } from './free-code.ts'
import { ItemsTable } from './items-table.tsx'
import { OwnText } from './own-text.tsx'
import { replaced } from './part-props.ts'
import type { Definition, PartProps } from './part-props.ts'

const blank = { 'zh-CN': '', en: '' }

/** Groups with their items, and the bonus items below them. */
export function GroupsEditor({ definition, reads, onChange }: PartProps) {
  const { t } = useTranslation('assessment')
  const { groups, bonus } = definition
  const codes = [...groups.map(({ code }) => code), ...itemsOf(definition).map(({ code }) => code)]
  const newItem = (): Definition['bonus']['items'][number] => ({ code: freeCode('item', codes), text: blank, rule: blank, points: 1 })
  const change = (at: number, group?: Definition['groups'][number]) => onChange({ groups: replaced(groups, at, group) })
  return (
    <>
      {groups.map((group, at) => (
        <section key={group.code} className={styles.group} data-testid="group">
          <header className={styles.groupHead}>
            <OwnText value={group.name} label={t('column.group')} reads={reads} onChange={(name) => change(at, { ...group, name })} />
            <span className={publicity.quiet}>{t('editor.group-points', { points: sumOfPoints(group.items) })}</span>
            {reads ? null : <RemoveButton label={t('editor.remove')} disabled={groups.length === 1} onClick={() => change(at)} />}
          </header>
          <ItemsTable items={group.items} reads={reads} onChange={(items) => change(at, { ...group, items })} />
          {reads ? null : <div className={styles.foot}><AddButton label={t('editor.add-item')} onClick={() => change(at, { ...group, items: [...group.items, newItem()] })} testId="add-item" /></div>}
        </section>
      ))}
      {reads ? null : <Button onClick={() => onChange({ groups: [...groups, { code: freeCode('group', codes), name: blank, items: [newItem()] }] })} data-testid="add-group">{t('editor.add-group')}</Button>}
      <h3>{t('editor.bonus')}</h3>
      <section className={styles.group}>
        <ItemsTable items={bonus.items} reads={reads} onChange={(items) => onChange({ bonus: { ...bonus, items } })} />
        {reads ? null : <div className={styles.foot}><AddButton label={t('editor.add-item')} onClick={() => onChange({ bonus: { ...bonus, items: [...bonus.items, newItem()] } })} /></div>}
      </section>
    </>
  )
}
