import type { common as zh } from '../zh-cn/common.ts'

export const common = {
  product: 'Integrity Risk Control',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  delete: 'Delete',
  undo: 'Undo',
  redo: 'Redo',
  edit: 'Edit',
  add: 'Add',
  search: 'Search',
  none: 'Not set',
  yes: 'Yes',
  no: 'No',
  loading: 'Loading',
  retry: 'Try again',
  stop: 'Stop',
  grade: 'Risk grade',
} as const satisfies Record<keyof typeof zh, string>
