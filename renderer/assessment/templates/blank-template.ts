import type { Template } from '#shared/model/assessment/definition.ts'

type Word = 'templates.blank.group' | 'templates.blank.item' | 'templates.blank.rule' | 'templates.blank.pass' | 'templates.blank.fail'

/** The smallest template that adds up, to build upon. */
export function blankTemplate(word: (key: Word, language: 'zh-CN' | 'en') => string): Template {
  const both = (key: Word) => ({ 'zh-CN': word(key, 'zh-CN'), en: word(key, 'en') })
  return {
    total: 100, weights: { self: 20, office: 40, lead: 40 }, bonus: { ceiling: 0, items: [] }, vetoes: [],
    groups: [{ code: 'group-1', name: both('templates.blank.group'), items: [{ code: 'item-1', text: both('templates.blank.item'), rule: both('templates.blank.rule'), points: 100 }] }],
    bands: [{ code: 'pass', labels: both('templates.blank.pass'), from: 80, rank: 1 }, { code: 'fail', labels: both('templates.blank.fail'), from: 0, rank: 2 }],
  }
}
