import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import styles from './remote-select.module.css'

export interface RemoteChoice { readonly value: string; readonly label: string; readonly note?: ReactNode }

interface Props {
  readonly id?: string | undefined
  readonly label: string
  readonly placeholder?: string | undefined
  /** Said where there is nothing to find at all. */
  readonly none?: string | undefined
  readonly value: string | undefined
  /** The word for the value that is set, which the list of finds may not hold. */
  readonly valueLabel?: string | undefined
  readonly queryKey: readonly unknown[]
  readonly find: (text: string) => Promise<readonly RemoteChoice[]>
  readonly onChange: (value: string | undefined) => void
  readonly testId?: string
}

/** Choosing one record of many by a word of it; the register is asked while one types. */
export function RemoteSelect({ id, label, placeholder, none, value, valueLabel, queryKey, find, onChange, testId }: Props) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const { data, isFetching } = useQuery({ queryKey: [...queryKey, asked], queryFn: () => find(asked), placeholderData: keepPreviousData })
  const choices = data ?? []
  const nothing = none !== undefined && asked === '' && data?.length === 0
  const options = value === undefined || choices.some((choice) => choice.value === value) ? choices : [{ value, label: valueLabel ?? value }, ...choices]
  return (
    <Select
      {...(id === undefined ? {} : { id })} aria-label={label} placeholder={nothing ? none : placeholder} value={value} style={{ width: '100%' }} options={options.map((choice) => ({ ...choice }))} loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }} allowClear={false} data-testid={testId}
      onChange={(chosen: string | undefined) => { setText(''); onChange(chosen) }}
      optionRender={renderChoice} {...(nothing ? { notFoundContent: none } : {})}
    />
  )
}

function renderChoice({ data }: { data: RemoteChoice }): ReactNode {
  return <span className={styles.choice}><span>{data.label}</span>{data.note}</span>
}
