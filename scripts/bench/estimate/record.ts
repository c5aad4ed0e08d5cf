import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { civilTime, instantOf } from '@counter/shared/vocabulary/plain-date'
import { type Outlook, USUAL_PACE_SPREAD } from '../../../counter-server/src/domain/queue/outlook.ts'
import { turnMean } from '../../../counter-server/src/domain/queue/service-time.ts'
import type { Ticket } from '../../../counter-server/src/domain/queue/ticket.ts'
import { type HallPlan, SESSIONS } from './hall-plan.ts'
import { minutesBetween } from './play-day.ts'

const MINUTE_MS = 60_000
/** As many as the product reads of a topic. */
const MOST_OBSERVED = 200
/** Beyond it lies a break. */
const LONGEST_TURN = 30

interface Day {
  readonly priority: Map<string, number>
}

/** What a hall has seen so far; the estimate learns from it as the product learns from its store (Q60, Q61). */
export class HallRecord {
  readonly #plan: HallPlan
  readonly #observed = new Map<TopicKey, number[]>()
  readonly #days: Day[] = []
  readonly #walks: number[] = []
  readonly #waits: number[] = []
  readonly #turns: number[] = []
  /** Since when a window is free after a visit. */
  readonly #freeSince = new Map<number, Ticket['issuedAt']>()
  #missed = 0
  #rejoined = 0

  constructor(plan: HallPlan) {
    this.#plan = plan
  }

  beginDay(): void {
    this.#days.push({ priority: new Map() })
    this.#freeSince.clear()
  }

  arrived({ cls, topic, issuedAt }: Ticket): void {
    if (cls !== 'priority') return
    const key = rateKey(topic, hourOf(issuedAt))
    const today = this.#days.at(-1)?.priority
    today?.set(key, (today.get(key) ?? 0) + 1)
  }

  /** A turn counts as the product counts it: at the first call of somebody who waited when the window got free. */
  turned({ window, issuedAt, calledAt, rejoins }: Ticket): void {
    const freeAt = this.#freeSince.get(window ?? 0)
    this.#freeSince.delete(window ?? 0)
    if (freeAt === undefined || calledAt === null || rejoins > 0 || issuedAt > freeAt) return
    const minutes = minutesBetween(freeAt, calledAt)
    if (minutes <= LONGEST_TURN) this.#turns.push(minutes)
  }

  called(waitMinutes: number): void {
    this.#waits.push(waitMinutes)
  }

  served({ topic, window, calledAt, startedAt, finishedAt }: Ticket): void {
    if (calledAt === null || startedAt === null || finishedAt === null) return
    const observed = this.#observed.get(topic) ?? []
    this.#observed.set(topic, [minutesBetween(startedAt, finishedAt), ...observed].slice(0, MOST_OBSERVED))
    this.#walks.push(minutesBetween(calledAt, startedAt))
    if (window !== null) this.#freeSince.set(window, finishedAt)
  }

  missed(): void {
    this.#missed += 1
  }

  rejoined(): void {
    this.#rejoined += 1
  }

  /** How long a window is busy with one person, on the mean: service and way. */
  get meanBusyMinutes(): number {
    return mean([...this.#observed.values()].flat()) + mean(this.#walks)
  }

  get meanWaitMinutes(): number {
    return mean(this.#waits)
  }

  outlookAt(now: Ticket['issuedAt'], midnightMs: number): Outlook {
    const past = this.#days.slice(0, -1)
    const hour = hourOf(now)
    return {
      byTopic: new Map(
        this.#plan.matters.map(({ topic, configuredMinutes }) => [
          topic,
          { configuredMean: configuredMinutes, observed: this.#observed.get(topic) ?? [] },
        ]),
      ),
      observedInLine: [...this.#observed.values()].reduce((sum, { length }) => sum + length, 0),
      missShare: this.#missed / (this.#missed + this.#walks.length),
      walkMinutes: mean(this.#walks),
      turnMinutes: turnMean(this.#turns),
      paceSpread: USUAL_PACE_SPREAD,
      returnShare: this.#missed === 0 ? 0 : this.#rejoined / this.#missed,
      priority: this.#plan.matters.map(({ topic }) => ({
        topic,
        perHour: mean(past.map(({ priority }) => priority.get(rateKey(topic, hour)) ?? 0)),
      })),
      sessions: SESSIONS.map(({ from, to }) => ({
        from: instantOf(midnightMs + from * MINUTE_MS),
        to: instantOf(midnightMs + to * MINUTE_MS),
      })),
    }
  }
}

function rateKey(topic: TopicKey, hour: string): string {
  return `${topic} ${hour}`
}

function hourOf(at: Ticket['issuedAt']): string {
  return civilTime(at).slice(0, 2)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
