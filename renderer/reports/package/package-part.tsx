import { useQuery } from '@tanstack/react-query'
import { Button, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuiltPackage } from '#shared/contract/inspection-package.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { failureOf } from '#renderer/app/failure.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { fileSize } from '../file-size.ts'
import { BuildDialog } from './build-dialog.tsx'
import { ItemRow } from './item-row.tsx'
import styles from './package.module.css'

/** 迎检资料包 of a year: what is there, what is missing, and building it. */
export function PackagePart({ year }: { year: number }) {
  const { t } = useTranslation('inspectionPackage')
  const api = useApi()
  const locale = useLocale()
  const mayAttach = useMay('entry.attach', { departmentId: null })
  const mayExport = useMay('report.export')
  const [edition, setEdition] = useState<ReportEdition>('assessment')
  const [building, setBuilding] = useState(false)
  const [built, setBuilt] = useState<readonly { package: BuiltPackage; file: File }[]>([])
  const { data, error } = useQuery(api.inspectionPackage.items.queryOptions({ input: { year, edition, locale } }))
  const count = (state: string): number => data?.items.filter((item) => item.state === state).length ?? 0
  return (
    <div className={styles.part} data-testid="package" data-ready={data !== undefined}>
      <p className={styles.lead}>{t('text')}</p>
      <div className={styles.bar}>
        <span id="package-edition">{t('edition')}</span>
        <Radio.Group aria-labelledby="package-edition" value={edition} onChange={(event) => setEdition(event.target.value as ReportEdition)} options={reportEditions.map((value) => ({ value, label: t(`edition.${value}`) }))} />
        {data === undefined ? null : <span className={styles.quiet} data-testid="package-progress">{t('progress', { there: count('there'), missing: count('missing'), notApplicable: count('not-applicable') })}</span>}
        <Button type="primary" disabled={data === undefined || !mayExport} onClick={() => setBuilding(true)} data-testid="package-build">{t('build')}</Button>
      </div>
      <ul className={styles.built} aria-live="polite">
        {built.map(({ package: one, file }) => (
          <li key={one.id} data-testid="package-built">
            {t('build.done', { name: one.fileName, size: fileSize(one.size, locale), files: one.files })} <Button type="link" size="small" onClick={() => downloadFile(file)}>{t('build.again')}</Button>
            <code>{t('build.sha256')} {one.sha256}</code>
            <span className={styles.quiet}>{t('check.hint')}</span>
          </li>
        ))}
      </ul>
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {data === undefined ? (error === null ? <Skeleton active={false} /> : null) : (
        <div className={styles.sheet}>
          <table className={styles.table}>
            <thead><tr><th scope="col">{t('col.number')}</th><th scope="col">{t('col.item')}</th><th scope="col">{t('col.state')}</th><th scope="col">{t('col.content')}</th><th scope="col" aria-label={t('attach')} /></tr></thead>
            <tbody>{data.items.map((item) => <ItemRow key={item.code} item={item} year={year} mayAttach={mayAttach} />)}</tbody>
          </table>
        </div>
      )}
      {data === undefined || !building ? null : <BuildDialog order={{ year, edition, locale }} frozen={data.frozen} printsPdf={data.printsPdf} missing={count('missing')} onClose={() => setBuilding(false)} onBuilt={(one) => setBuilt((before) => [one, ...before])} />}
    </div>
  )
}
