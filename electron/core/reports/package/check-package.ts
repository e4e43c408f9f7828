import { packageItems } from '#shared/model/inspection-package.ts'
import type { RefusalParams } from '#shared/model/refusal.ts'
import { headIn, signedText } from '../../evidence/head.ts'
import { signedBy } from '../../evidence/signing-key.ts'
import { fixedFiles, manifestSchema, parsed, signerOf, sumsIn } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { measured, openPackage, unsafePath, whole } from './package-source.ts'
import type { FoundFile, PackageSource } from './package-source.ts'

export interface PackageProblem { readonly code: string; readonly params: RefusalParams }

export interface CheckedPackage {
  readonly problems: readonly PackageProblem[]
  /** Undefined where it cannot be read. */
  readonly manifest: Manifest | undefined
  /** Of the key the package is signed with. */
  readonly keyId: string | undefined
  readonly files: number
}

type Tell = (done: number, total: number) => void

/** Bytes of a manifest: some hundred for each file. */
const longestManifest = 64 * 1024 * 1024

/**
 * Holds a package, packed or unpacked, against what it says it holds: every file there and unchanged, none besides, the
 * sums that other programs check the same, every item of an inspection listed in order, and the whole signed.
 * @throws Refusal `package.not-found`, `package.not-a-package` for what is no package at all
 */
export async function checkPackage(place: string, tell: Tell = () => undefined): Promise<CheckedPackage> {
  const source = openPackage(place)
  try {
    return await checkSource(source, tell)
  } finally {
    source.close()
  }
}

const problem = (what: string, params: RefusalParams = {}): PackageProblem => ({ code: `package.${what}`, params })

async function checkSource({ files, odd }: PackageSource, tell: Tell): Promise<CheckedPackage> {
  const found = new Map(files.map((file) => [file.path, file]))
  const read = async (path: string): Promise<Buffer | undefined> => { const file = found.get(path); return file === undefined ? undefined : whole(file, longestManifest) }
  const oddities = odd.map((path) => problem('odd-file', { path }))
  const bytes = await read(fixedFiles.manifest)
  const manifest = bytes === undefined ? undefined : manifestSchema.safeParse(parsed(bytes)).data
  if (bytes === undefined || manifest === undefined) return { problems: [...oddities, problem('manifest-broken')], manifest: undefined, keyId: undefined, files: files.length }
  const signature = await read(fixedFiles.signature)
  const signer = signature === undefined ? undefined : signerOf(bytes, signature)
  const sums = await read(fixedFiles.sums)
  const measures = await measureAll(found, manifest, tell)
  return {
    problems: [
      ...oddities,
      ...(signer === undefined ? [problem('signature')] : []),
      ...headProblems(manifest, signer),
      ...itemProblems(manifest),
      ...fileProblems(manifest, found, measures),
      ...sumProblems(sums === undefined ? undefined : sumsIn(sums), measures),
    ],
    manifest, keyId: signer?.keyId, files: files.length,
  }
}

type Measures = ReadonlyMap<string, { readonly sha256: string; readonly size: number } | undefined>

/** Every file once, those nobody knows of included: a renamed one is known by its content. */
async function measureAll(found: ReadonlyMap<string, FoundFile>, { files }: Manifest, tell: Tell): Promise<Measures> {
  const sizes = new Map(files.map(({ path, size }) => [path, size]))
  const largest = Math.max(longestManifest, ...sizes.values())
  const measures = new Map<string, { sha256: string; size: number } | undefined>()
  for (const [path, file] of found) {
    measures.set(path, await measured(file, sizes.get(path) ?? largest))
    tell(measures.size, found.size)
  }
  return measures
}

/** The head is signed by the same installation; whether its log still bears it out, its register tells. */
function headProblems({ head }: Manifest, signer: { keyId: string; publicKey: string } | undefined): PackageProblem[] {
  if (head === null) return []
  const kept = headIn(head)
  if (kept === undefined) return [problem('head')]
  // A register whose key was replaced keeps heads of the one before; those only the register itself can judge.
  if (signer === undefined || kept.keyId !== signer.keyId) return []
  return signedBy(signer.publicKey, { text: signedText(kept), signature: kept.signature }) ? [] : [problem('head')]
}

function itemProblems({ items, files }: Manifest): PackageProblem[] {
  const listed = items.map(({ code }) => code)
  const known = new Set(files.map(({ path }) => path))
  const named = items.flatMap((item) => item.files)
  return [
    ...(listed.join() === packageItems.join() ? [] : [problem('items')]),
    ...named.filter((path) => !known.has(path)).map((path) => problem('missing', { path })),
  ]
}

function fileProblems({ files }: Manifest, found: ReadonlyMap<string, FoundFile>, measures: Measures): PackageProblem[] {
  const known = new Set<string>([...files.map(({ path }) => path), fixedFiles.manifest, fixedFiles.signature, fixedFiles.sums])
  const added = [...found.keys()].filter((path) => !known.has(path))
  const renamed = new Set<string>()
  const problems = files.flatMap(({ path, sha256, size }): PackageProblem[] => {
    if (unsafePath(path)) return [problem('odd-file', { path })]
    if (!found.has(path)) {
      const now = added.find((other) => !renamed.has(other) && measures.get(other)?.sha256 === sha256)
      if (now === undefined) return [problem('missing', { path })]
      renamed.add(now)
      return [problem('renamed', { path, now })]
    }
    const measure = measures.get(path)
    return measure?.sha256 === sha256 && measure.size === size ? [] : [problem('changed', { path })]
  })
  return [...problems, ...added.filter((path) => !renamed.has(path)).map((path) => problem('added', { path }))]
}

/** The sums let anybody check without this program, so they have to say the same. */
function sumProblems(sums: ReadonlyMap<string, string> | undefined, measures: Measures): PackageProblem[] {
  if (sums === undefined) return [problem('sums')]
  const counted = [...measures.keys()].filter((path) => path !== fixedFiles.sums)
  const agree = counted.length === sums.size && counted.every((path) => sums.get(path) === measures.get(path)?.sha256)
  return agree ? [] : [problem('sums')]
}
