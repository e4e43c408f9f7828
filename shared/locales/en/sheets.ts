import type { sheets as zh } from '../zh-cn/sheets.ts'

export const sheets = {
  'title.power-catalogue-a': 'Power Catalogue',
  'title.power-catalogue-b': 'List of Powers and Responsibilities',
  'title.risk-list-9': 'Risk Points and Control Measures',
  'title.risk-list-10': 'Risk Points and Control Measures by Key Step',
  'title.risk-situation-7': 'Risk Points by Power',
  'title.risk-survey': 'Survey of Risk Points by Post',
  'title.grading-sheet': 'Grading of Risk Points',
  instruction: 'Fill in from the row below the header; leave the header as it is; choose from the list where a cell has an arrow; where a cell has several items, write “1. …” and “2. …” on lines of their own.',
  form: 'Form',
  options: 'Options',
  'list.powers': 'Powers',
  'list.risks': 'Risk points',
  'list.measures': 'Control measures',
} as const satisfies Record<keyof typeof zh, string>
