export const grading = {
  'stage.accept': '正在审定',
  'stage.preview': '正在试算',
} as const
