import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GridLayout } from '#renderer/components/grid/index.ts'
import styles from './list.module.css'

/** Which columns are shown; their order and widths are changed in the grid itself. */
export function ColumnChooser({ layout }: { layout: GridLayout }) {
  const { t } = useTranslation('grid')
  const columns = layout.table.getAllLeafColumns()
  const content = (
    <div className={styles.columns} data-testid="column-list">
      {columns.map((column) => (
        <Checkbox key={column.id} checked={column.getIsVisible()} disabled={column.getIsPinned() !== false} onChange={(event) => column.toggleVisibility(event.target.checked)} data-testid={`column-${column.id}`}>
          {String(column.columnDef.header)}
        </Checkbox>
      ))}
      <Button type="link" size="small" onClick={layout.reset}>{t('columns.reset')}</Button>
    </div>
  )
  return (
    <Popover content={content} title={t('columns')} trigger="click" placement="bottomRight" arrow={false}>
      <Button icon={<SettingOutlined />} data-testid="columns">{t('columns.choose')}</Button>
    </Popover>
  )
}
