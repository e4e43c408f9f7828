import { SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './global-search.module.css'
import { useFinds } from './use-finds.tsx'
import type { Find } from './use-finds.tsx'

/** Finds powers, risk points, measures and screens by a word; keyboard first. */
export function GlobalSearch({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <Modal open={open} onCancel={onClose} footer={null} closable={false} width={640} destroyOnHidden title={null} aria-label={t('search.title')} style={{ top: 64 }} focusable={{ trap: true }}>
      <Search onClose={onClose} />
    </Modal>
  )
}

function Search({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { finds, searching } = useFinds(useDeferredValue(text.trim()))
  const current = Math.min(at, finds.length - 1)
  const go = (find: Find | undefined) => {
    if (find === undefined) return
    onClose()
    void navigate(find.to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((current + step + finds.length) % Math.max(1, finds.length))
    }
    if (event.key === 'Enter') go(finds[current])
  }
  return (
    <div data-testid="global-search" data-ready={!searching}>
      <Input
        autoFocus size="large" prefix={<SearchOutlined />} value={text} placeholder={t('search.placeholder')} aria-label={t('search.title')}
        role="combobox" aria-expanded aria-controls="search-finds" aria-activedescendant={`find-${current}`}
        onChange={(event) => { setText(event.target.value); setAt(0) }} onKeyDown={onKeyDown}
      />
      <ul className={styles.finds} id="search-finds" role="listbox" aria-label={t('search.title')}>
        {finds.map((find, index) => <Row key={find.key} find={find} index={index} selected={index === current} heading={find.group !== finds[index - 1]?.group} onPoint={setAt} onChoose={go} />)}
      </ul>
      {finds.length === 0 && !searching ? <p className={styles.none}>{t('search.none', { text })}</p> : null}
      <p className={styles.hint}>{t('search.hint')}</p>
    </div>
  )
}

function Row({ find, index, selected, heading, onPoint, onChoose }: { find: Find; index: number; selected: boolean; heading: boolean; onPoint: (index: number) => void; onChoose: (find: Find) => void }) {
  return (
    <>
      {heading ? <li className={styles.group} role="presentation">{find.group}</li> : null}
      {/* The list is driven from the input's keys; the pointer is the other way. */}
      <li
        id={`find-${index}`} role="option" aria-selected={selected} className={styles.find} data-selected={selected}
        ref={(element) => { if (selected) element?.scrollIntoView({ block: 'nearest' }) }}
        onMouseMove={() => onPoint(index)} onClick={() => onChoose(find)} onKeyDown={() => onChoose(find)}
      >
        <span className={styles.label}>{find.label}</span>
        {find.note === undefined ? null : <span className={styles.note}>{find.note}</span>}
      </li>
    </>
  )
}
