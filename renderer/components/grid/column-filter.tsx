import { Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnFilter } from './grid-column.ts'

/** How long typing must pause before the list is asked, ms. */
const typingPause = 250

interface FilterProps { readonly filter: ColumnFilter; readonly title: string; readonly value: unknown; readonly onChange: (value: unknown) => void }

/** The filter of one column, in the row below the titles. */
export function ColumnFilterField({ filter, title, value, onChange }: FilterProps) {
  const { t } = useTranslation(['common', 'grid'])
  const label = t('grid:filter.of', { column: title })
  if (filter.kind === 'text') return <TextFilter label={label} value={typeof value === 'string' ? value : ''} onChange={onChange} />
  if (filter.kind === 'yes-no') {
    const options = [{ value: 'yes', label: filter.yes }, { value: 'no', label: filter.no }]
    return (
      <Select
        size="small" allowClear options={options} value={value === true ? 'yes' : value === false ? 'no' : undefined} aria-label={label} placeholder={t('all')}
        popupMatchSelectWidth={false} onChange={(word: string | undefined) => onChange(word === undefined ? undefined : word === 'yes')}
      />
    )
  }
  const chosen = Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : []
  return (
    <Select
      mode="multiple" size="small" allowClear options={[...filter.choices]} value={chosen} aria-label={label} placeholder={t('all')}
      popupMatchSelectWidth={false} maxTagCount={chosen.length === 1 ? 1 : 0} maxTagPlaceholder={t('grid:filter.chosen', { count: chosen.length })}
      showSearch={{ optionFilterProp: 'label' }} onChange={(codes: string[]) => onChange(codes.length === 0 ? undefined : codes)}
    />
  )
}

function TextFilter({ label, value, onChange }: { label: string; value: string; onChange: (value: unknown) => void }) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const latest = useRef(onChange)
  useEffect(() => { latest.current = onChange })
  // A filter that was changed elsewhere (a link, "clear all") shows here; one's own echo must not undo what was typed since.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === sent.current) return undefined
    const timer = setTimeout(() => {
      sent.current = text
      latest.current(text === '' ? undefined : text)
    }, typingPause)
    return () => clearTimeout(timer)
  }, [text])
  return <Input size="small" allowClear value={text} aria-label={label} maxLength={200} onChange={(event) => setText(event.target.value)} />
}
