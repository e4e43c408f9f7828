import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskRow } from '#shared/contract/risks.ts'
import { entryStates } from '#shared/model/review/entry-states.ts'
import { gradingStages } from '#shared/model/states.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import type { GridColumn } from '#renderer/components/grid/index.ts'
import { withNone } from '#renderer/components/pick-lists.ts'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import { StateBadge } from '#renderer/review/state-badge.tsx'
import { useMarkColumn } from '#renderer/years/use-mark-column.tsx'

/** The columns of the list of risk points: what a point is and how grave first, then where, what is done, who answers. */
export function useRiskColumns(): GridColumn<RiskRow>[] {
  const { t } = useTranslation(['common', 'fields', 'states', 'risks', 'years', 'review'])
  const vocabulary = useVocabulary()
  const departments = useDepartments()
  const markColumn = useMarkColumn<RiskRow>()
  const scale = useScale()
  return useMemo(() => {
    const categories = vocabulary.choices('risk-category')
    const owner = (id: 'directOwner' | 'departmentHead' | 'responsibleLeader'): GridColumn<RiskRow> => ({
      id, title: t(`fields:risk-point.${id}`), width: 112, text: (row) => row[id] ?? '',
      edit: { kind: 'text', field: id, value: (row) => row[id], apply: (row, value) => ({ ...row, [id]: value }) },
    })
    const grades = scale.grades.map(({ code, label }) => ({ value: code, label }))
    const figure = (kind: 'expected' | 'verified'): GridColumn<RiskRow> => ({
      id: kind, title: t(`fields:risk-point.${kind}Grade`), width: 128, hidden: true, text: (row) => scale.label(row[`${kind}Grade`] ?? ''), render: (row) => (row[`${kind}Grade`] === null ? null : <GradeTag code={row[`${kind}Grade`]} />),
      filter: { kind: 'choices', param: kind, choices: withNone(grades, t(`risks:figures.none.${kind}`)) },
    })
    return [
      {
        id: 'manifestation', title: t('fields:risk-point.manifestation'), width: 330, pinned: true, filter: { kind: 'text', param: 'manifestation' }, text: (row) => row.manifestation,
        edit: { kind: 'long-text', field: 'manifestation', required: true, value: (row) => row.manifestation, apply: (row, value) => ({ ...row, manifestation: value ?? row.manifestation }) },
      },
      {
        id: 'grade', title: t('fields:risk-point.gradeCode'), width: 116, sort: 'grade', text: (row) => (row.gradeCode === null ? '' : scale.label(row.gradeCode)), render: (row) => <GradeTag code={row.gradeCode} />,
        filter: { kind: 'choices', param: 'grade', choices: withNone(grades, t('ungraded')) },
      },
      {
        id: 'state', title: t('review:column.state'), width: 132, text: (row) => t(`review:state.${row.entryState}`), render: (row) => <StateBadge state={row.entryState} />,
        filter: { kind: 'choices', param: 'state', choices: entryStates.map((state) => ({ value: state, label: t(`review:state.${state}`) })) },
      },
      figure('expected'), figure('verified'),
      { id: 'power', title: t('fields:risk-point.powerId'), width: 170, filter: { kind: 'text', param: 'powerName' }, text: (row) => row.powerName },
      {
        id: 'department', title: t('fields:risk-point.departmentId'), width: 130, sort: 'department', text: (row) => row.departmentName ?? '', filter: { kind: 'choices', param: 'department', choices: withNone(departments.choices, t('none')) },
        edit: { kind: 'choice', field: 'departmentId', choices: () => departments.choices, value: (row) => row.departmentId, apply: (row, value) => ({ ...row, departmentId: value, departmentName: value === null ? null : departments.label(value) }) },
      },
      {
        id: 'category', title: t('fields:risk-point.categoryCode'), width: 116, sort: 'category', text: (row) => (row.categoryCode === null ? '' : vocabulary.label('risk-category', row.categoryCode)),
        filter: { kind: 'choices', param: 'category', choices: withNone(categories, t('none')) },
        edit: { kind: 'choice', field: 'categoryCode', choices: () => categories, value: (row) => row.categoryCode, apply: (row, value) => ({ ...row, categoryCode: value }) },
      },
      { id: 'measures', title: t('fields:risk-point.measures'), width: 260, text: (row) => row.measures.join('\n'), filter: { kind: 'yes-no', param: 'hasMeasure', yes: t('risks:measure.yes'), no: t('risks:measure.no') } },
      {
        id: 'stage', title: t('fields:risk-point.gradingStage'), width: 104, text: (row) => (row.gradingStage === null ? '' : t(`states:stage.${row.gradingStage}`)),
        filter: { kind: 'choices', param: 'stage', choices: withNone(gradingStages.map((stage) => ({ value: stage, label: t(`states:stage.${stage}`) })), t('ungraded')) },
      },
      { id: 'reviewDue', title: t('review:column.due'), width: 120, hidden: true, sort: 'reviewDue', text: (row) => row.entryDueOn ?? '', filter: { kind: 'yes-no', param: 'late', yes: t('review:view.overdue'), no: t('review:in-time') } },
      { id: 'reviewSince', title: t('review:column.since'), width: 140, hidden: true, sort: 'reviewSince', text: (row) => (row.entrySince === null ? '' : localTime(row.entrySince)) },
      { id: 'reExamine', title: t('review:view.re-examine'), width: 100, hidden: true, text: (row) => (row.toReExamine ? t('review:view.re-examine') : ''), filter: { kind: 'yes-no', param: 'reexamine', yes: t('review:view.re-examine'), no: t('risks:confirm.no') } },
      {
        id: 'confirm', title: t('fields:risk-point.confirmCode'), width: 130, text: (row) => (row.confirmCode === null ? '' : t(`states:confirm.${row.confirmCode}`)),
        filter: { kind: 'yes-no', param: 'confirm', yes: t('risks:confirm.yes'), no: t('risks:confirm.no') },
      },
      { id: 'post', title: t('fields:risk-point.postId'), width: 104, text: (row) => row.postName ?? '' },
      { id: 'step', title: t('fields:risk-point.stepId'), width: 104, text: (row) => row.stepName ?? '' },
      owner('directOwner'), owner('departmentHead'), owner('responsibleLeader'),
      { id: 'measureCount', title: t('fields:risk-point.measureCount'), width: 84, align: 'end', sort: 'measureCount', hidden: true, text: (row) => String(row.measureCount) },
      { id: 'powerCode', title: t('fields:risk-point.powerCode'), width: 140, hidden: true, text: (row) => row.powerCode ?? '' },
      {
        id: 'title', title: t('fields:risk-point.title'), width: 150, hidden: true, text: (row) => row.title ?? '',
        edit: { kind: 'text', field: 'title', value: (row) => row.title, apply: (row, value) => ({ ...row, title: value }) },
      },
      markColumn,
      {
        id: 'gradeToConfirm', title: t('years:grade-to-confirm'), width: 140, hidden: true, text: (row) => (row.gradeToConfirm ? t('years:grade-to-confirm.short') : ''),
        filter: { kind: 'yes-no', param: 'regrade', yes: t('years:grade-to-confirm'), no: t('risks:confirm.no') },
      },
      { id: 'updatedAt', title: t('fields:updatedAt'), width: 140, sort: 'updatedAt', hidden: true, text: (row) => localTime(row.updatedAt) },
    ]
  }, [t, vocabulary, departments, scale, markColumn])
}
