import { useTranslation } from 'react-i18next'
import { printSheet } from '#renderer/components/list/print-list.ts'
import type { Month } from './use-month.ts'

/** Prints the days of a month on which something is due, late or done, with what waits on them. */
export function usePrintMonth(month: Month): () => void {
  const { t } = useTranslation('measures')
  return () => {
    const days = month.weeks.flat().filter((day) => day.startsWith(month.month) && month.counts.has(day))
    const kinds = ['overdue', 'due', 'done', 'planned'] as const
    printSheet({
      head: t('calendar.print', { month: month.month }),
      titles: [t('calendar.print.day'), ...kinds.map((kind) => t(`calendar.kind.${kind}`)), t('calendar.print.waiting')],
      rows: days.map((day) => [day, ...kinds.map((kind) => { const n = month.counts.get(day)?.[kind] ?? 0; return n === 0 ? '' : String(n) }), (month.waiting.get(day) ?? []).map(({ content }) => content).join('\n')]),
    })
  }
}
