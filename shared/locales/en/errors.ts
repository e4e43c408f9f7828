import type { errors as zh } from '../zh-cn/errors.ts'

export const errors = {
  'permission.missing': 'Your role may not do this.',
  'database.foreign': 'This file is not a database of Integrity Risk Control; it was left as it is. Choose another data folder.',
  'database.from-the-future': 'The data was saved by a newer version of the program (version {{found}}; this one knows up to {{known}}). Install the newer program to open it; nothing was changed.',
  'database.changed-history': 'The upgrade history of the database is not the one this program knows, so it was not opened. Restore a backup, or ask whoever maintains the program.',
  'risk-point.unknown': 'There is no such risk point ({{id}}); nothing was changed. Reload the list and try again.',
} as const satisfies Record<keyof typeof zh, string>
