import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PowerRow } from '#shared/contract/powers.ts'
import { discretions } from '#shared/model/states.ts'
import { localTime } from '#renderer/app/local-time.ts'
import type { GridColumn } from '#renderer/components/grid/index.ts'
import { withNone } from '#renderer/components/pick-lists.ts'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import { useMarkColumn } from '#renderer/years/use-mark-column.tsx'

/** The columns of the power catalogue. */
export function usePowerColumns(): GridColumn<PowerRow>[] {
  const { t } = useTranslation(['common', 'fields', 'states', 'powers'])
  const vocabulary = useVocabulary()
  const departments = useDepartments()
  const markColumn = useMarkColumn<PowerRow>()
  return useMemo(() => {
    const types = vocabulary.choices('power-type')
    const discretionChoices = discretions.map((value) => ({ value, label: t(`states:discretion.${value}`) }))
    const short = (id: 'code' | 'statutoryLimit' | 'promisedLimit' | 'publicity' | 'benchmarkNo', more: Partial<GridColumn<PowerRow>>): GridColumn<PowerRow> => ({
      id, title: t(`fields:power.${id}`), width: 120, text: (row) => row[id] ?? '', edit: { kind: 'text', field: id, value: (row) => row[id], apply: (row, value) => ({ ...row, [id]: value }) }, ...more,
    })
    return [
      {
        id: 'name', title: t('fields:power.name'), width: 300, pinned: true, sort: 'name', filter: { kind: 'text', param: 'name' }, text: (row) => row.name,
        edit: { kind: 'long-text', field: 'name', required: true, value: (row) => row.name, apply: (row, value) => ({ ...row, name: value ?? row.name }) },
      },
      short('code', { width: 150, sort: 'code', filter: { kind: 'text', param: 'code' } }),
      {
        id: 'type', title: t('fields:power.typeCode'), width: 128, sort: 'type', text: (row) => (row.typeCode === null ? '' : vocabulary.label('power-type', row.typeCode)), filter: { kind: 'choices', param: 'type', choices: withNone(types, t('none')) },
        edit: { kind: 'choice', field: 'typeCode', choices: () => types, value: (row) => row.typeCode, apply: (row, value) => ({ ...row, typeCode: value }) },
      },
      {
        id: 'department', title: t('fields:power.departmentId'), width: 140, sort: 'department', text: (row) => row.departmentName ?? '', filter: { kind: 'choices', param: 'department', choices: withNone(departments.choices, t('none')) },
        edit: { kind: 'choice', field: 'departmentId', choices: () => departments.choices, value: (row) => row.departmentId, apply: (row, value) => ({ ...row, departmentId: value, departmentName: value === null ? null : departments.label(value) }) },
      },
      { id: 'riskCount', title: t('fields:power.riskCount'), width: 108, align: 'end', sort: 'riskCount', text: (row) => String(row.riskCount), filter: { kind: 'yes-no', param: 'hasRisk', yes: t('powers:risk.yes'), no: t('powers:risk.no') } },
      { id: 'stepCount', title: t('fields:power.stepCount'), width: 84, align: 'end', text: (row) => String(row.stepCount), filter: { kind: 'yes-no', param: 'hasSteps', yes: t('powers:steps.yes'), no: t('powers:steps.no') } },
      {
        id: 'discretion', title: t('fields:power.discretion'), width: 104, text: (row) => t(`states:discretion.${row.discretion}`), filter: { kind: 'choices', param: 'discretion', choices: discretionChoices },
        edit: { kind: 'choice', field: 'discretion', required: true, choices: () => discretionChoices, value: (row) => row.discretion, apply: (row, value) => ({ ...row, discretion: discretions.find((known) => known === value) ?? 'unknown' }) },
      },
      short('benchmarkNo', { width: 150, filter: { kind: 'yes-no', param: 'hasBenchmark', yes: t('powers:benchmark.yes'), no: t('powers:benchmark.no') } }),
      {
        id: 'benchmarkCalibratedOn', title: t('fields:power.benchmarkCalibratedOn'), width: 140, text: (row) => row.benchmarkCalibratedOn ?? '',
        edit: { kind: 'date', field: 'benchmarkCalibratedOn', value: (row) => row.benchmarkCalibratedOn, apply: (row, value) => ({ ...row, benchmarkCalibratedOn: value }) },
      },
      short('statutoryLimit', {}), short('promisedLimit', {}), short('publicity', { width: 130 }),
      { id: 'post', title: t('fields:power.postId'), width: 110, text: (row) => row.postName ?? '' },
      { id: 'subItem', title: t('fields:power.subItem'), width: 150, hidden: true, text: (row) => row.subItem },
      markColumn,
      { id: 'updatedAt', title: t('fields:updatedAt'), width: 140, sort: 'updatedAt', hidden: true, text: (row) => localTime(row.updatedAt) },
    ]
  }, [t, vocabulary, departments, markColumn])
}
