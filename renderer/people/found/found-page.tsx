import { useTranslation } from 'react-i18next'
import { EntryPage } from '../entry-page.tsx'
import { ExamplePeople } from './example-people.tsx'
import { FirstPeople } from './first-people.tsx'
import styles from './found.module.css'
import { isExample } from './founding.ts'

/** The last step of the first start: without people nobody can sign in, so nothing else is offered. */
export function FoundPage({ organisation }: { readonly organisation: string }) {
  const { t } = useTranslation('people')
  return (
    <EntryPage name="found">
      <main className={styles.content}>
        <h1>{t('found.title')}</h1>
        <p>{t('found.intro', { organisation })}</p>
        {isExample(organisation) ? <ExamplePeople /> : <FirstPeople />}
      </main>
    </EntryPage>
  )
}
