/** What of dependency-cruiser's report is read here. */
export interface CruiseReport {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly { rule: { name: string; severity: string }; from: string; to: string }[]
  }
}

/** One line per broken arrow; too few modules of our own is a problem too, for zero also reads "no violations". */
export function arrowProblems(report: CruiseReport, fewest: number): { modules: number; problems: string[] } {
  const modules = report.modules.filter(({ source }) => isOurs(source)).length
  const broken = report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
  const unread = modules < fewest ? [`only ${modules} modules were read, at least ${fewest} are there`] : []
  return { modules, problems: [...unread, ...broken] }
}

function isOurs(source: string): boolean {
  return /^(shared|counter-server|kiosk-ui|clerk-ui|scripts)\//.test(source)
}
