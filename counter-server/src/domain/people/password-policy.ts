/** What a password lacks under policy `dengbao`: 10 characters, 3 of 4 classes, not a common one (P18). Empty when it is good. */
export function passwordProblems(password: string, contextWords: readonly string[]): string[] {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((each) => each.test(password)).length
  const folded = password.toLowerCase()
  return [
    ...(password.length < 10 ? ['length'] : []),
    ...(password.length > 128 ? ['too_long'] : []),
    ...(classes < 3 ? ['classes'] : []),
    ...(COMMON.some((word) => folded.includes(word)) ||
    contextWords.some((word) => word !== '' && folded.includes(word.toLowerCase()))
      ? ['common']
      : []),
  ]
}

// The heads of the usual lists; a password built on one of them falls at once.
const COMMON = [
  'password',
  '12345678',
  'qwerty',
  'abc123',
  'admin123',
  'welcome',
  'iloveyou',
  '88888888',
  '66666666',
  'a123456',
  'woaini',
  'p@ssw0rd',
  '1q2w3e4r',
  'letmein',
]
