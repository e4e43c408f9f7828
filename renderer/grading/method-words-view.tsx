import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { describeMethod } from '#shared/model/grading/describe-method.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useLocale } from '#renderer/app/language.ts'
import styles from './grading.module.css'

/** A method in words, as the annual report prints it. */
export function MethodWordsView({ definition, scale }: { definition: MethodDefinition; scale: Scale }) {
  const { paragraphs, tables } = describeMethod(definition, scale, useLocale())
  return (
    <div className={styles.words} data-testid="method-words">
      {paragraphs.map((text) => <p key={text}>{text}</p>)}
      {tables.map(({ title, header, rows }) => (
        <table key={title}>
          <caption>{title}</caption>
          <thead><tr>{header.map((text) => <th key={text} scope="col">{text}</th>)}</tr></thead>
          <tbody>{rows.map((row) => <tr key={row.join(' ')}>{row.map((text, column) => (column === 0 ? <th key={header[column]} scope="row">{text}</th> : <td key={header[column]}>{text}</td>))}</tr>)}</tbody>
        </table>
      ))}
    </div>
  )
}
