import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NotFound } from '#renderer/app/not-found.tsx'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { MethodsPart } from '#renderer/grading/methods-part.tsx'
import { AboutPart } from './about-part.tsx'
import { AppearancePart } from './appearance-part.tsx'
import { BackupsPart } from './data/backups-part.tsx'
import { IntegrityPart } from './data/integrity-part.tsx'
import { DepartmentsPart } from './departments/departments-part.tsx'
import { OrganisationPart } from './organisation-part.tsx'
import { partOf, partsFor } from './parts.ts'
import type { SettingsPart } from './parts.ts'
import { CalendarPart } from './review/calendar-part.tsx'
import { LadderPart } from './review/ladder-part.tsx'
import { ReportsPart } from './reports/reports-part.tsx'
import { ScalesPart } from './scales/scales-part.tsx'
import styles from './settings.module.css'
import { VocabularyPart } from './vocabulary/vocabulary-part.tsx'

/** What a register is set up with, one part at a time. */
export function SettingsPage() {
  const { t } = useTranslation(['settings', 'shell'])
  const { _splat = '' } = useParams({ strict: false })
  const parts = partsFor(useMayAny())
  const { part, rest } = partOf(_splat === '' ? parts[0] ?? '' : _splat)
  return (
    <div className={styles.page} data-testid="settings">
      <nav className={styles.nav} aria-label={t('shell:nav.settings')}>
        <h1>{t('shell:nav.settings')}</h1>
        <ul>
          {parts.map((name) => (
            <li key={name}><Link to="/settings/$" params={{ _splat: name }} className={styles.entry} data-active={name === part} aria-current={name === part ? 'page' : undefined} data-testid={`settings-${name}`}>{t(`part.${name}`)}</Link></li>
          ))}
        </ul>
      </nav>
      {part === undefined || !parts.includes(part) ? <NotFound /> : <Part part={part} rest={rest} />}
    </div>
  )
}

function Part({ part, rest }: { part: SettingsPart; rest: string }) {
  switch (part) {
    case 'organisation': return <OrganisationPart />
    case 'departments': return <DepartmentsPart />
    case 'categories': return <VocabularyPart />
    case 'scales': return <ScalesPart />
    case 'methods': return <MethodsPart path={rest} />
    case 'review': return <LadderPart />
    case 'holidays': return <CalendarPart />
    case 'reports': return <ReportsPart />
    case 'backups': return <BackupsPart />
    case 'integrity': return <IntegrityPart />
    case 'appearance': return <AppearancePart />
    case 'about': return <AboutPart />
  }
}
