import { keyOf } from '#shared/model/text-key.ts'
import { gradeReader } from '#shared/model/scales.ts'
import type { Scale } from '#shared/model/scales.ts'
import { locales } from '#shared/model/labels.ts'
import type { Labels, Locale } from '#shared/model/labels.ts'
import type { VocabularyItem, VocabularyKind } from '#shared/contract/organisation.ts'
import { measureFrequencies } from '#shared/model/controls.ts'
import { confirmCodes, discretions, measureProgresses } from '#shared/model/states.ts'
import { translator } from '#shared/locales/translator.ts'

/** Knows which words of a file mean which code, in either language. */
export interface WordReader<Code extends string = string> {
  read(text: string): Code | undefined
  /** What the code is called in the user's language; the code itself where it is called nothing. */
  label(code: string): string
  /** All words it would have taken, for the sentence that says how to mend a cell. */
  readonly accepted: string
  /** What its codes are called, in their order, to choose from. */
  readonly labels: readonly string[]
}

interface Entry<Code extends string> { readonly code: Code; readonly labels: Labels; readonly aliases: readonly string[] }

function wordReader<Code extends string>(entries: readonly Entry<Code>[], locale: Locale): WordReader<Code> {
  const byKey = new Map<string, Code>()
  // Labels go before aliases, so that no alias can take another entry's name away.
  for (const { code, labels } of entries) for (const word of [labels['zh-CN'], labels.en, code]) claim(byKey, word, code)
  for (const { code, aliases } of entries) for (const word of aliases) claim(byKey, word, code)
  const names = new Map<string, string>(entries.map(({ code, labels }) => [code, labels[locale]]))
  return { read: (text) => byKey.get(keyOf(text)), label: (code) => names.get(code) ?? code, ...offered([...names.values()], locale) }
}

const offered = (labels: readonly string[], locale: Locale) => ({ labels, accepted: labels.join(separatorOf(locale)) })

function claim<Code>(byKey: Map<string, Code>, word: string, code: Code): void {
  const key = keyOf(word)
  if (key !== '' && !byKey.has(key)) byKey.set(key, code)
}

export const separatorOf = (locale: Locale): string => translator(locale)('listSeparator', { ns: 'common' })

/** Everything a row's words are read by. */
export interface Words {
  readonly locale: Locale
  readonly scale: Scale
  readonly grade: WordReader
  readonly powerType: WordReader
  readonly riskCategory: WordReader
  readonly measureKind: WordReader
  readonly discretion: WordReader<(typeof discretions)[number]>
  readonly progress: WordReader<(typeof measureProgresses)[number]>
  readonly frequency: WordReader<(typeof measureFrequencies)[number]>
  readonly confirm: WordReader<(typeof confirmCodes)[number]>
  readonly yesNo: WordReader<'yes' | 'no'>
  readonly basis: WordReader<'stated' | 'shared'>
}

const inBoth = (text: (locale: Locale) => string): Labels => {
  const [zh, en] = locales.map((locale) => text(locale))
  return { 'zh-CN': zh ?? '', en: en ?? '' }
}

/** Words people write for how often something is done. */
const frequencyAliases = {
  weekly: ['每周一次', '周'], monthly: ['每月一次', '月度', '月'], quarterly: ['每季一次', '每季', '季度', '季'], 'half-yearly': ['半年', '每半年一次'], yearly: ['每年一次', '年度', '年', 'Annually'],
} as const satisfies Record<(typeof measureFrequencies)[number], readonly string[]>

const yes = ['是', '有', '√', '✓', 'Y', 'yes', 'true', '1', '具有']
const no = ['否', '无', '×', '✗', 'N', 'no', 'false', '0', '没有']

export function readWords({ scale, vocabulary, locale }: { scale: Scale; vocabulary: readonly VocabularyItem[]; locale: Locale }): Words {
  const ofKind = (kind: VocabularyKind) => wordReader(vocabulary.filter((item) => item.kind === kind), locale)
  return {
    locale,
    scale,
    grade: gradeWords(scale, locale),
    powerType: ofKind('power-type'),
    riskCategory: ofKind('risk-category'),
    measureKind: ofKind('measure-kind'),
    discretion: wordReader(discretions.map((code) => ({ code, labels: inBoth((to) => translator(to)(`discretion.${code}`, { ns: 'states' })), aliases: code === 'yes' ? yes : code === 'no' ? no : [] })), locale),
    progress: wordReader(measureProgresses.map((code) => ({ code, labels: inBoth((to) => translator(to)(`progress.${code}`, { ns: 'states' })), aliases: [] })), locale),
    frequency: wordReader(measureFrequencies.map((code) => ({ code, labels: inBoth((to) => translator(to)(`frequency.${code}`, { ns: 'states' })), aliases: frequencyAliases[code] })), locale),
    confirm: wordReader(confirmCodes.map((code) => ({ code, labels: inBoth((to) => translator(to)(`confirm.${code}`, { ns: 'states' })), aliases: [] })), locale),
    yesNo: wordReader([
      { code: 'yes' as const, labels: inBoth((to) => translator(to)('yes', { ns: 'common' })), aliases: yes },
      { code: 'no' as const, labels: inBoth((to) => translator(to)('no', { ns: 'common' })), aliases: no },
    ], locale),
    basis: wordReader((['stated', 'shared'] as const).map((code) => ({ code, labels: inBoth((to) => translator(to)(`basis.${code}`, { ns: 'exchange' })), aliases: [] })), locale),
  }
}

function gradeWords(scale: Scale, locale: Locale): WordReader {
  const read = gradeReader(scale)
  const names = new Map(scale.levels.map(({ code, labels }) => [code, labels[locale]]))
  return { read: (text) => read(text)?.code, label: (code) => names.get(code) ?? code, ...offered([...names.values()], locale) }
}
