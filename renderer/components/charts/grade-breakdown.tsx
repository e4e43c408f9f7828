import { BarChartOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'
import { ChartPanel } from './chart-panel.tsx'
import { GradeBars } from './grade-bars.tsx'
import type { GradeFigures } from './grade-rows.ts'
import { GradeTable } from './grade-table.tsx'

const viewSchema = z.enum(['bars', 'table'])

/** So many bars are shown at first; a county has dozens of departments, and the longest are what is looked for. */
const shownBars = 10

/** Risk points by grade and something else, as bars or as a table. `name` keeps the choice between the two. */
export function GradeBreakdown({ name, title, rowsTitle, ...figures }: GradeFigures & { readonly name: string; readonly title: string; readonly rowsTitle: string }) {
  const { t } = useTranslation('overview')
  const [view, setView] = usePreference(`overview.${name}.view`, viewSchema, 'bars')
  const [all, setAll] = useState(false)
  const asTable = view === 'table'
  const rows = useMemo(() => (all ? figures.rows : figures.rows.slice(0, shownBars)), [all, figures.rows])
  const toggle = (
    <Button type="text" size="small" icon={asTable ? <BarChartOutlined /> : <TableOutlined />} onClick={() => setView(asTable ? 'bars' : 'table')} data-testid={`${name}-view`}>
      {t(asTable ? 'chart.as-bars' : 'chart.as-table')}
    </Button>
  )
  return (
    <ChartPanel title={title} actions={toggle} testId={`breakdown-${name}`}>
      {asTable ? <GradeTable {...figures} title={title} rowsTitle={rowsTitle} /> : <GradeBars {...figures} rows={rows} title={title} />}
      {!asTable && figures.rows.length > shownBars
        ? <div><Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t('chart.fewer') : t('chart.all', { rows: figures.rows.length })}</Button></div>
        : null}
    </ChartPanel>
  )
}
