import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { RemoteSelect } from '#renderer/components/remote-select.tsx'
import { Field } from '#renderer/publicity/field.tsx'

export interface Place { readonly powerId: string | null; readonly riskPointId: string | null }

/** A power of the register, and one of its risk points. */
export function PlaceFields({ value, onChange, powerLabel }: { value: Place; onChange: (place: Place) => void; powerLabel?: string | undefined }) {
  const { t } = useTranslation('warnings')
  const client = useClient()
  const findPower = async (text: string) => (await client.powers.list({ limit: 20, filter: text === '' ? {} : { text } })).rows.map(({ id, name, code }) => ({ value: id, label: name, note: code }))
  const findPoint = async (text: string) => (await client.risks.list({ limit: 20, filter: { ...(text === '' ? {} : { text }), ...(value.powerId === null ? {} : { powerId: value.powerId }) } })).rows.map(({ id, number, manifestation }) => ({ value: id, label: t('point', { number, text: manifestation }) }))
  return (
    <>
      <Field label={t('field.power')}>{(id) => <RemoteSelect id={id} label={t('field.power')} placeholder={t('raise.power')} value={value.powerId ?? undefined} valueLabel={powerLabel} queryKey={['warning-power']} find={findPower} onChange={(powerId) => onChange({ powerId: powerId ?? null, riskPointId: null })} testId="place-power" />}</Field>
      <Field label={t('field.riskPoint')}>{(id) => <RemoteSelect id={id} label={t('field.riskPoint')} placeholder={t('raise.point')} value={value.riskPointId ?? undefined} queryKey={['warning-point', value.powerId]} find={findPoint} onChange={(riskPointId) => onChange({ ...value, riskPointId: riskPointId ?? null })} testId="place-point" />}</Field>
    </>
  )
}
