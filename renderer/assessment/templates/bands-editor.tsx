import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AddButton, RemoveButton } from '#renderer/grading/editor/row-buttons.tsx'
import styles from './editor.module.css'
import { freeCode } from './free-code.ts'
import { replaced } from './part-props.ts'
import type { Definition, PartProps } from './part-props.ts'
import { PointsInput } from './points-input.tsx'

type Band = Definition['bands'][number]
const anyNumber = -1

/** The bands from the best down; their place in the list is their rank. */
export function BandsEditor({ definition: { bands, vetoes }, reads, onChange }: PartProps) {
  const { t } = useTranslation('assessment')
  const sorted = bands.toSorted((a, b) => a.rank - b.rank)
  const keep = (list: readonly Band[]) => onChange({ bands: list.map((band, at) => ({ ...band, rank: at + 1 })) })
  const used = new Set(vetoes.flatMap(({ effect }) => (effect.kind === 'no-better-than' ? [effect.band] : [])))
  return (
    <>
      {sorted.map((band, at) => {
        const change = (part: Partial<Band>) => keep(replaced(sorted, at, { ...band, ...part }))
        const { zeroItems, ...unconditional } = band
        return (
          <div key={band.code} className={styles.band} data-testid="band">
            <Input value={band.labels['zh-CN']} disabled={reads} maxLength={60} aria-label={`${t('editor.band-name')} zh-CN`} {...(band.labels['zh-CN'] === '' ? { status: 'warning' as const } : {})} onChange={(event) => change({ labels: { ...band.labels, 'zh-CN': event.target.value } })} />
            <PointsInput value={band.from} label={t('editor.band-from')} reads={reads} onChange={(from) => change({ from })} testId="band-from" />
            {reads ? <span /> : <RemoveButton label={t('editor.remove')} disabled={bands.length === 1 || used.has(band.code)} onClick={() => keep(replaced(sorted, at))} />}
            <Input value={band.labels.en} disabled={reads} maxLength={60} aria-label={`${t('editor.band-name')} en`} {...(band.labels.en === '' ? { status: 'warning' as const } : {})} onChange={(event) => change({ labels: { ...band.labels, en: event.target.value } })} className={styles.wide ?? ''} />
            <span className={styles.condition}>
              {t('editor.band-zero')}
              <Select size="small" style={{ width: 96 }} disabled={reads} value={zeroItems ?? anyNumber} aria-label={t('editor.band-zero')} options={[{ value: anyNumber, label: t('editor.band-zero.any') }, ...[0, 1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))]} onChange={(value) => keep(replaced(sorted, at, value === anyNumber ? unconditional : { ...band, zeroItems: value }))} />
            </span>
          </div>
        )
      })}
      {reads ? null : <AddButton label={t('editor.add-band')} onClick={() => keep([...sorted, { code: freeCode('band', bands.map(({ code }) => code)), labels: { 'zh-CN': '', en: '' }, from: 0, rank: sorted.length + 1 }])} />}
    </>
  )
}
