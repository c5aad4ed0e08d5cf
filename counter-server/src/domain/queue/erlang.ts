/** A line as a plan of staff sees it: people per hour, minutes each, windows open. */
export interface StaffPlan {
  readonly perHour: number
  readonly serviceMinutes: number
  readonly windows: number
}

/** The share of people who find all windows busy: Erlang C, for staffing plans only (Q66). */
export function shareWaiting({ perHour, serviceMinutes, windows }: StaffPlan): number {
  const load = (perHour * serviceMinutes) / 60
  if (windows <= load) return 1
  // Erlang B by its recursion, so that no factorial grows beyond a number.
  let blocked = 1
  for (let count = 1; count <= windows; count += 1) blocked = (load * blocked) / (count + load * blocked)
  const busy = load / windows
  return blocked / (1 - busy * (1 - blocked))
}

/** The mean wait in minutes, C/(sμ − λ); endless when more come than the windows can serve (Q66). */
export function plannedWaitMinutes(plan: StaffPlan): number {
  const { perHour, serviceMinutes, windows } = plan
  const spare = windows / serviceMinutes - perHour / 60
  return spare <= 0 ? Number.POSITIVE_INFINITY : shareWaiting(plan) / spare
}
