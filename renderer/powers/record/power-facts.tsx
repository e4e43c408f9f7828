import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { usePowerFields } from '../use-power-fields.ts'
import type { PowerFieldName } from '../use-power-fields.ts'
import { DiscretionNote } from './discretion-note.tsx'
import { InPlaceField } from './in-place-field.tsx'
import styles from './record.module.css'

const sections = [
  ['what', ['name', 'subItem', 'code', 'typeCode', 'departmentId', 'postId', 'exercisedBy']],
  ['basis', ['legalBases', 'statutoryLimit', 'promisedLimit', 'feeBasis', 'publicity']],
  ['discretion', ['discretion', 'benchmarkNo', 'benchmarkCalibratedOn', 'threeMajors', 'pastCase']],
  ['duties', ['duties', 'liability', 'remarks']],
] as const satisfies readonly (readonly [string, readonly PowerFieldName[]])[]

/** What the power is and rests on, every line changed where it stands. */
export function PowerFacts({ power }: { power: PowerDetail }) {
  const { t } = useTranslation('powers')
  const fields = usePowerFields(power.departmentId)
  const names = useMemo(() => ({ ...(power.departmentId === null ? {} : { [power.departmentId]: power.departmentName ?? '' }), ...(power.postId === null ? {} : { [power.postId]: power.postName ?? '' }) }), [power])
  return (
    <div className={styles.facts} data-testid="power-facts">
      <DiscretionNote power={power} />
      {sections.map(([section, shown]) => (
        <section key={section}>
          <h2>{t(`section.${section}`)}</h2>
          {shown.map((name) => <InPlaceField key={name} power={power} field={fields[name]} names={names} />)}
        </section>
      ))}
    </div>
  )
}
