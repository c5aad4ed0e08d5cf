/** By what an agent and a resident are known. */
export interface KnownBy {
  readonly name: string
  /** Null or empty: none was given. */
  readonly phone: string | null
}

/**
 * True when the applicant is the agent (V11): by the ID numbers where both are known, whatever the names; else by the name,
 * unless two phones say that these are two people of one name.
 */
export function isOwnMatter(applicant: KnownBy, agent: KnownBy, isSameIdNo: boolean | null): boolean {
  if (isSameIdNo !== null) return isSameIdNo
  if (applicant.name.trim() !== agent.name.trim()) return false
  const [one, other] = [applicant.phone ?? '', agent.phone ?? '']
  return one === '' || other === '' || one === other
}
