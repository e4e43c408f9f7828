import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { useReportTexts } from './use-report-texts.ts'

const longest = 20_000

/** The words only a person can write, for sections 二, 七 and 八, and the number of the document. */
export function TextFields({ year }: { year: number }) {
  const { t } = useTranslation('reports')
  const [texts, setTexts] = useReportTexts(year)
  return (
    <ChartPanel title={t('texts.title')} note={t('texts.note')} testId="texts">
      <Form layout="vertical" component="div">
        <Form.Item label={t('texts.documentNo')} htmlFor="report-document-no">
          <Input id="report-document-no" value={texts.documentNo ?? ''} maxLength={100} placeholder={t('texts.documentNo.hint')} onChange={(event) => setTexts({ ...texts, documentNo: event.target.value })} />
        </Form.Item>
        {(['work', 'problems', 'plans'] as const).map((name) => (
          <Form.Item key={name} label={t(`texts.${name}`)} htmlFor={`report-${name}`}>
            <Input.TextArea id={`report-${name}`} rows={3} value={texts[name] ?? ''} maxLength={longest} placeholder={t(`texts.${name}.hint`)} onChange={(event) => setTexts({ ...texts, [name]: event.target.value })} />
          </Form.Item>
        ))}
      </Form>
    </ChartPanel>
  )
}
