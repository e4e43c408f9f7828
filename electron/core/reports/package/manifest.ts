import { hash } from 'node:crypto'
import { z } from 'zod'
import { itemStates, packageItems } from '#shared/model/inspection-package.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import { needSigningKey, signedBy } from '../../evidence/signing-key.ts'

/** Names of the files that stand beside the folders of the items. */
export const fixedFiles = { manifest: 'manifest.json', signature: 'manifest.sig.json', sums: 'SHA256SUMS', index: 'index.html' } as const

const fileSchema = z.object({
  /** Within the package, steps parted by '/'. */
  path: z.string().min(1).max(400),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** Null where nobody counted them. */
  pages: z.number().int().positive().nullable(),
})
export type PackageFile = z.infer<typeof fileSchema>

/** What a package says it holds. The order of its items is the order of an inspection. */
export const manifestSchema = z.object({
  format: z.literal('integrity-risk-control inspection package'),
  version: z.literal(1),
  organisation: z.string(),
  year: z.number().int(),
  edition: z.enum(reportEditions),
  locale: z.enum(['zh-CN', 'en']),
  /** Local calendar date. */
  preparedOn: z.string(),
  /** The frozen year the figures come from; null where the year is open. */
  archiveHash: z.string().nullable(),
  /** The signed head of the log; null while the log is empty. */
  head: z.string().nullable(),
  items: z.array(z.object({
    code: z.enum(packageItems),
    state: z.enum(itemStates),
    reason: z.string(),
    indicators: z.array(z.string()),
    files: z.array(z.string()),
    /** Files that this edition does not carry. */
    withheld: z.number().int().nonnegative(),
  })),
  /** Every file of the package but this one, its signature and the sums. */
  files: z.array(fileSchema),
})
export type Manifest = z.infer<typeof manifestSchema>

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, undefined, 1)}\n`

const signatureSchema = z.object({ keyId: z.string(), publicKey: z.string(), signature: z.string() })

/** The first word keeps a signature from being taken for one over something else. */
const signedText = (manifest: Uint8Array): string => JSON.stringify(['integrity-risk-control package', hash('sha256', manifest, 'hex')])

/** The installation's word for what the package holds. */
export function signatureOf(root: string, manifest: Uint8Array): string {
  const key = needSigningKey(root)
  return `${JSON.stringify({ keyId: key.id, publicKey: key.publicKey, signature: key.sign(signedText(manifest)) }, undefined, 1)}\n`
}

/** Whose signature stands over a manifest; undefined where none does. */
export function signerOf(manifest: Uint8Array, signature: Uint8Array): { readonly keyId: string; readonly publicKey: string } | undefined {
  const signed = signatureSchema.safeParse(parsed(signature)).data
  if (signed === undefined || !signedBy(signed.publicKey, { text: signedText(manifest), signature: signed.signature })) return undefined
  return { keyId: signed.keyId, publicKey: signed.publicKey }
}

/** JSON that may be anything; undefined where it is none. */
export function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

/** As `sha256sum -c` reads it: two spaces, the path, a line feed. */
export const sumsText = (files: readonly Pick<PackageFile, 'path' | 'sha256'>[]): string => files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')

/** The lines of a file of sums; undefined where one is none. */
export function sumsIn(bytes: Uint8Array): Map<string, string> | undefined {
  const sums = new Map<string, string>()
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    if (line === '') continue
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line) ?? []
    if (sum === undefined || path === undefined || sums.has(path)) return undefined
    sums.set(path, sum)
  }
  return sums
}
