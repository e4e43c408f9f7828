import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeasureRow } from '#shared/contract/measures.ts'
import { measureEffectivenesses, measureFrequencies } from '#shared/model/controls.ts'
import { measureProgresses, measureTerms } from '#shared/model/states.ts'
import { localTime } from '#renderer/app/local-time.ts'
import type { GridColumn } from '#renderer/components/grid/index.ts'
import { withNone } from '#renderer/components/pick-lists.ts'
import { useDepartments, usePostsEverywhere } from '#renderer/components/use-departments.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import { useMarkColumn } from '#renderer/years/use-mark-column.tsx'
import { DueDate } from './due-date.tsx'

/** The columns of the list of control measures. */
export function useMeasureColumns(): GridColumn<MeasureRow>[] {
  const { t } = useTranslation(['common', 'fields', 'states', 'measures'])
  const vocabulary = useVocabulary()
  const departments = useDepartments()
  const posts = usePostsEverywhere()
  const markColumn = useMarkColumn<MeasureRow>()
  return useMemo(() => {
    const kinds = vocabulary.choices('measure-kind')
    const progresses = measureProgresses.map((value) => ({ value, label: t(`states:progress.${value}`) }))
    const frequencies = measureFrequencies.map((value) => ({ value, label: t(`states:frequency.${value}`) }))
    const terms = measureTerms.map((value) => ({ value, label: t(`states:term.${value}`) }))
    return [
      {
        id: 'content', title: t('fields:control-measure.content'), width: 380, pinned: true, filter: { kind: 'text', param: 'content' }, text: (row) => row.content,
        edit: { kind: 'long-text', field: 'content', required: true, value: (row) => row.content, apply: (row, value) => ({ ...row, content: value ?? row.content }) },
      },
      {
        id: 'kind', title: t('fields:control-measure.kindCode'), width: 110, sort: 'kind', text: (row) => (row.kindCode === null ? '' : vocabulary.label('measure-kind', row.kindCode)), filter: { kind: 'choices', param: 'kind', choices: withNone(kinds, t('none')) },
        edit: { kind: 'choice', field: 'kindCode', choices: () => kinds, value: (row) => row.kindCode, apply: (row, value) => ({ ...row, kindCode: value }) },
      },
      {
        id: 'progress', title: t('fields:control-measure.progress'), width: 100, sort: 'progress', text: (row) => t(`states:progress.${row.progress}`), filter: { kind: 'choices', param: 'progress', choices: progresses },
        edit: { kind: 'choice', field: 'progress', required: true, choices: () => progresses, value: (row) => row.progress, apply: (row, value) => ({ ...row, progress: measureProgresses.find((known) => known === value) ?? row.progress }) },
      },
      {
        id: 'dueOn', title: t('fields:control-measure.dueOn'), width: 172, sort: 'dueOn', text: (row) => row.dueOn ?? '', render: (row) => <DueDate row={row} />, filter: { kind: 'yes-no', param: 'overdue', yes: t('measures:overdue.yes'), no: t('measures:overdue.no') },
        edit: { kind: 'date', field: 'dueOn', value: (row) => row.dueOn, apply: (row, value) => ({ ...row, dueOn: value, term: value === null ? row.term : 'dated' }) },
      },
      {
        id: 'frequency', title: t('fields:control-measure.frequency'), width: 104, text: (row) => (row.frequency === null ? '' : t(`states:frequency.${row.frequency}`)), filter: { kind: 'choices', param: 'frequency', choices: withNone(frequencies, t('measures:once')) },
        edit: { kind: 'choice', field: 'frequency', choices: () => frequencies, value: (row) => row.frequency, apply: (row, value) => ({ ...row, frequency: measureFrequencies.find((known) => known === value) ?? null }) },
      },
      {
        id: 'ownerPost', title: t('fields:control-measure.ownerPostId'), width: 120, text: (row) => row.ownerPostName ?? '', filter: { kind: 'choices', param: 'ownerPost', choices: withNone(posts.choices, t('none')) },
        edit: { kind: 'choice', field: 'ownerPostId', choices: () => posts.choices, value: (row) => row.ownerPostId, apply: (row, value) => ({ ...row, ownerPostId: value, ownerPostName: value === null ? null : posts.name(value) }) },
      },
      {
        id: 'owner', title: t('fields:control-measure.owner'), width: 130, text: (row) => row.owner ?? '', filter: { kind: 'text', param: 'owner' },
        edit: { kind: 'text', field: 'owner', value: (row) => row.owner, apply: (row, value) => ({ ...row, owner: value }) },
      },
      {
        id: 'department', title: t('fields:control-measure.departmentId'), width: 140, sort: 'department', text: (row) => row.departmentName ?? '', filter: { kind: 'choices', param: 'department', choices: withNone(departments.choices, t('none')) },
        edit: { kind: 'choice', field: 'departmentId', choices: () => departments.choices, value: (row) => row.departmentId, apply: (row, value) => ({ ...row, departmentId: value, departmentName: value === null ? null : departments.label(value) }) },
      },
      { id: 'daysLate', title: t('fields:control-measure.daysLate'), width: 90, align: 'end', hidden: true, text: (row) => (row.overdue ? String(row.daysLate) : '') },
      { id: 'lastDoneOn', title: t('fields:control-measure.lastDoneOn'), width: 120, text: (row) => row.lastDoneOn ?? '', filter: { kind: 'yes-no', param: 'executed', yes: t('measures:executed.yes'), no: t('measures:executed.no') } },
      { id: 'executionCount', title: t('fields:control-measure.executionCount'), width: 90, align: 'end', hidden: true, text: (row) => String(row.executionCount) },
      {
        id: 'effectiveness', title: t('fields:control-measure.effectiveness'), width: 110, text: (row) => (row.effectiveness === null ? '' : t(`states:effectiveness.${row.effectiveness}`)),
        filter: { kind: 'choices', param: 'effectiveness', choices: withNone(measureEffectivenesses.map((value) => ({ value, label: t(`states:effectiveness.${value}`) })), t('measures:unchecked')) },
      },
      { id: 'riskCount', title: t('fields:control-measure.riskCount'), width: 90, align: 'end', sort: 'riskCount', text: (row) => String(row.riskCount) },
      {
        id: 'term', title: t('fields:control-measure.term'), width: 100, text: (row) => t(`states:term.${row.term}`), filter: { kind: 'choices', param: 'term', choices: terms },
        edit: { kind: 'choice', field: 'term', required: true, choices: () => terms, value: (row) => row.term, apply: (row, value) => ({ ...row, term: measureTerms.find((known) => known === value) ?? row.term }) },
      },
      {
        id: 'doneOn', title: t('fields:control-measure.doneOn'), width: 130, text: (row) => row.doneOn ?? '',
        edit: { kind: 'date', field: 'doneOn', value: (row) => row.doneOn, apply: (row, value) => ({ ...row, doneOn: value }) },
      },
      markColumn,
      { id: 'updatedAt', title: t('fields:updatedAt'), width: 140, hidden: true, text: (row) => localTime(row.updatedAt) },
    ]
  }, [t, vocabulary, departments, posts, markColumn])
}
