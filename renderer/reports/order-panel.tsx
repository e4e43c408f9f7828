import { useTranslation } from 'react-i18next'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { kindName } from './kind-list.tsx'
import { OrderForm } from './order-form.tsx'
import type { OrderFormProps } from './order-form.tsx'

/** The chosen kind of report of a year, to be ordered. */
export function OrderPanel(props: Pick<OrderFormProps, 'kind' | 'year' | 'canPrint' | 'blocked'>) {
  const { t } = useTranslation(['reports', 'reportKinds'])
  const { kind, year } = props
  return <ChartPanel title={kindName(t, kind.code)} note={t('year.option', { year })} testId="order"><OrderForm {...props} /></ChartPanel>
}
