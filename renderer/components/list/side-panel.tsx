import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'
import styles from './list.module.css'
import { usePanelFocus } from './use-panel-focus.ts'

const widthSchema = z.number().min(360).max(1000)
const clamped = (width: number): number => Math.round(Math.max(360, Math.min(1000, width)))

/**
 * Whether Escape closes something else first: React also hands up the keys of a dialog that was opened from the panel
 * and lies elsewhere, and a calendar closes without saying that it took the key.
 */
const meantForOther = ({ target, currentTarget }: KeyboardEvent): boolean =>
  !(target instanceof Node && currentTarget.contains(target)) || document.querySelector('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)') !== null

interface Props {
  readonly title: ReactNode
  readonly extra?: ReactNode
  readonly onClose: () => void
  /** Steps through the list; absent for a new record. */
  readonly onStep?: ((by: 1 | -1) => void) | undefined
  readonly children: ReactNode
  readonly ready: boolean
}

/** A record beside its list. */
export function SidePanel({ title, extra, onClose, onStep, children, ready }: Props) {
  const { t } = useTranslation('grid')
  const panel = useRef<HTMLElement>(null)
  usePanelFocus(panel, onStep === undefined)
  const [width, setWidth] = usePreference('panel.width', widthSchema, 500)
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 1 && event.currentTarget.hasPointerCapture(event.pointerId)) setWidth(clamped(window.innerWidth - event.clientX))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing || meantForOther(event)) return
    event.stopPropagation()
    onClose()
  }
  const resizeByKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? 24 : event.key === 'ArrowRight' ? -24 : 0
    if (step !== 0) setWidth(clamped(width + step))
  }
  return (
    <aside ref={panel} tabIndex={-1} className={styles.panel} style={{ width }} onKeyDown={onKeyDown} data-testid="panel" data-ready={ready}>
      <div
        className={styles.grip} role="separator" aria-orientation="vertical" aria-label={t('panel.resize')} aria-valuenow={width} tabIndex={0} onKeyDown={resizeByKey}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={drag}
      />
      <header className={styles.panelHead}>
        <h2>{title}</h2>
        {extra}
        <span className={styles.panelKeys}>
          {onStep === undefined ? null : (
            <>
              <Button type="text" icon={<UpOutlined />} aria-label={t('panel.previous')} title={t('panel.previous')} onClick={() => onStep(-1)} data-testid="panel-previous" />
              <Button type="text" icon={<DownOutlined />} aria-label={t('panel.next')} title={t('panel.next')} onClick={() => onStep(1)} data-testid="panel-next" />
            </>
          )}
          <Button type="text" icon={<CloseOutlined />} aria-label={t('panel.close')} title={t('panel.close')} onClick={onClose} data-testid="panel-close" />
        </span>
      </header>
      {children}
    </aside>
  )
}
