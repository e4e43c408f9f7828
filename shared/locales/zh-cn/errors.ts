export const errors = {
  'permission.missing': '当前身份不能执行此操作。',
  'database.foreign': '这个文件不是廉政风险防控的数据库，程序没有改动它。请选择另一个数据文件夹。',
  'database.from-the-future': '数据由更新版本的程序保存（版本 {{found}}，本程序支持到 {{known}}）。请安装新版程序后再打开；数据没有改动。',
  'database.changed-history': '数据库的升级记录与本程序不一致，为安全起见没有打开。请用备份恢复，或联系维护人员。',
  'risk-point.unknown': '找不到这个风险点（{{id}}），没有改动任何内容。请刷新列表后再试。',
} as const
