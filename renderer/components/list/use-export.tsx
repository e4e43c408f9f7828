import type { z } from 'zod'
import type { listExportSchema } from '#shared/contract/exchange.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import type { LongWork } from '#renderer/components/use-long-work.ts'

export type ListExport = z.input<typeof listExportSchema>

/** Saves a list, as it is filtered now, as a workbook or a text table. */
export function useExport(of: ListExport): { readonly work: LongWork; readonly exportAs: (format: 'xlsx' | 'csv') => void } {
  const client = useClient()
  const locale = useLocale()
  const work = useLongWork()
  const save = async (format: 'xlsx' | 'csv') => {
    const file = await work.run((signal) => client.exchange.exportList({ of, format, locale }, { signal }))
    if (file !== undefined) downloadFile(file)
  }
  return { work, exportAs: (format) => void save(format) }
}
