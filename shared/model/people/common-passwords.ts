/**
 * Words that guessing starts with, in their plainest spelling; digits and marks before and behind them do not make them
 * better. Gathered from what offices here choose, not from any list of leaked ones.
 */
const words = [
  'password', 'passwd', 'pass', 'word', 'admin', 'administrator', 'root', 'user', 'guest', 'test', 'tester', 'login', 'master', 'welcome', 'letmein',
  'iloveyou', 'woaini', 'woaizhongguo', 'zhongguo', 'china', 'beijing', 'mima', 'guanliyuan', 'xitong', 'lianzheng', 'jijian', 'office', 'secret',
  'qwerty', 'qwertyui', 'qwertyuiop', 'asdf', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'qwe', 'qweasd', 'qweasdzxc', 'qaz', 'qazwsx', 'qazwsxedc',
  'abc', 'abcd', 'abcde', 'abcdef', 'abcdefg', 'abcabc', 'aaa', 'dragon', 'monkey', 'sunshine', 'superman', 'computer', 'internet', 'system', 'officer',
]
const common: ReadonlySet<string> = new Set(words)

const runs = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba', '1qaz2wsx3edc4rfv5tgb', 'qwertyuiopasdfghjklzxcvbnm']

const stands: Readonly<Record<string, string>> = { '0': 'o', '@': 'a', '$': 's', '3': 'e', '1': 'i', '!': 'i' }

/** Whether a password is one of those that are tried first: a known word dressed up, a run on the keyboard, few signs repeated. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  if (new Set(plain).size < 5) return true
  if (runs.some((run) => run.includes(plain))) return true
  const core = plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [core, undressed(core), undressed(plain)].some((one) => common.has(one))
}

const undressed = (text: string): string => [...text].map((sign) => stands[sign] ?? sign).join('').replaceAll(/[^\p{L}]/gu, '')
