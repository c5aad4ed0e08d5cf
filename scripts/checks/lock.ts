interface LockEntry {
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly inBundle?: boolean
  readonly hasInstallScript?: boolean
}

/** Every package is pinned by its content, comes from the registry, and may run a script only when listed (K11, K12). */
export function lockProblems(
  packages: Readonly<Record<string, LockEntry>>,
  allowed: Readonly<Record<string, boolean>>,
): string[] {
  return Object.entries(packages)
    .filter(([path]) => path.includes('node_modules/'))
    .flatMap(([path, entry]) => [...sourceProblems(path, entry), ...scriptProblems(path, entry, allowed)])
}

function sourceProblems(path: string, { link, inBundle, integrity, resolved }: LockEntry): string[] {
  if (link === true) return []
  const problems: string[] = []
  if (inBundle !== true && !integrity?.startsWith('sha512-')) problems.push(`${path} has no sha512`)
  if (resolved !== undefined) problems.push(`${path} names a source: ${resolved}`)
  return problems
}

function scriptProblems(
  path: string,
  { hasInstallScript }: LockEntry,
  allowed: Readonly<Record<string, boolean>>,
): string[] {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return hasInstallScript === true && !Object.hasOwn(allowed, name)
    ? [`${name} runs a script at install and is not listed in allowScripts`]
    : []
}
