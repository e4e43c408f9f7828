import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#shared/contract/consistency.ts'
import type { RuleCode } from '#shared/model/consistency/rules.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { printLimit, printList } from '#renderer/components/list/print-list.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { useFindingWords } from './use-finding-words.ts'

const pageSize = 500

/** Prints what a rule finds, as much as one print may have. */
export function usePrintFindings(rule: RuleCode, departmentIds: readonly string[]): { readonly busy: boolean; readonly start: () => void } {
  const { t } = useTranslation('consistency')
  const client = useClient()
  const fail = useFailureMessage()
  const words = useFindingWords(rule)
  const [busy, setBusy] = useState(false)
  const read = async (): Promise<Finding[]> => {
    const rows: Finding[] = []
    for (let offset = 0; offset < printLimit; offset += pageSize) {
      const page = await client.consistency.findings({ rule, departmentIds: [...departmentIds], offset, limit: pageSize })
      rows.push(...page.rows)
      if (rows.length >= page.total) break
    }
    return rows
  }
  const start = async () => {
    setBusy(true)
    try {
      const rows = (await read()).map((finding, index) => ({ finding, id: finding.id, number: index + 1, revision: 0 }))
      const column = (id: 'number' | 'record' | 'within' | 'department' | 'note', text: (finding: Finding) => string) => ({ id, title: t(`column.${id}`), width: 100, text: (row: { finding: Finding }) => text(row.finding) })
      printList({
        head: `${t('title')}　${t(`rule.${rule}`)}`, numberTitle: t('column.no'), rows,
        columns: [column('number', ({ number }) => String(number ?? '')), column('record', words.name), column('within', ({ within }) => within ?? ''), column('department', ({ departmentName }) => departmentName ?? ''), column('note', words.note)],
      })
    } catch (error) { fail(error) }
    setBusy(false)
  }
  return { busy, start: () => void start() }
}
