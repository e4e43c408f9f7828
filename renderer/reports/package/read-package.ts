import type { ContractClient } from '#shared/contract/index.ts'
import type { BuiltPackage } from '#shared/contract/inspection-package.ts'
import type { Progress } from '#shared/contract/procedure.ts'

/** Fetches a package in parts, which the browser keeps outside the page's memory, and lets core throw its copy away. */
export async function* readPackage(client: ContractClient, { id, fileName, size }: BuiltPackage, signal: AbortSignal): AsyncGenerator<Progress, File, void> {
  try {
    const parts: Blob[] = []
    for (let offset = 0; offset < size;) {
      yield { done: offset, total: size, stage: 'read' }
      const part = await client.inspectionPackage.read({ id, offset }, { signal })
      parts.push(part)
      offset += part.size
    }
    return new File(parts, fileName, { type: 'application/zip' })
  } finally {
    await client.inspectionPackage.discard({ id })
  }
}
