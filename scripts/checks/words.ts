import type { Text } from './rules.ts'

interface Ban {
  readonly words: RegExp
  readonly where: RegExp
  readonly why: string
}

const BANS: readonly Ban[] = [
  {
    words: /\b(structuredClone|AbortSignal\.timeout|crypto\.randomUUID)\b/,
    where: /^(kiosk-ui|clerk-ui|shared)\/src\//,
    why: 'is not there in every browser we serve (K41)',
  },
  {
    words: /\bMath\.random\b/,
    where: /^(counter-server\/src\/domain|shared\/src\/vocabulary)\//,
    why: 'is chance, an argument of pure code',
  },
]

/** Names that the linter cannot fence by folder, in code that is shipped. */
export function wordProblems(sources: readonly Text[]): string[] {
  return sources.filter(({ path }) => !/\.test\.tsx?$/.test(path)).flatMap(problemsOf)
}

function problemsOf({ path, content }: Text): string[] {
  return BANS.filter(({ where }) => where.test(path)).flatMap(({ words, why }) => {
    const found = content.match(words)
    return found === null ? [] : [`${path}: ${found[0]} ${why}`]
  })
}
