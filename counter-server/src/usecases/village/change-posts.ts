import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { PointPosts } from '../../domain/village/on-duty.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findVillages } from '../../store/township.ts'
import { findAgents, savePosts } from '../../store/village-points.ts'
import type { Deps } from '../deps.ts'

export interface ChangePosts {
  readonly origin: Origin
  readonly village: VillageCode
  readonly posts: PointPosts
  readonly reason: string
}

/**
 * Names A岗 and B岗 of a point (V1, V90). Refuses `request.not_found`, `staff.deputy_invalid` for two posts in one hand or somebody
 * who is no agent of this point, `reason.required`.
 */
export function changePosts(
  { store }: Pick<Deps, 'store'>,
  { origin, village, posts, reason }: ChangePosts,
): Promise<{ readonly done: true }> {
  return store.write((tx) =>
    once(tx, { origin, name: 'point.change_posts', subject: village, content: { ...posts, reason } }, () => {
      const before = findVillages(tx).find(({ code }) => code === village)
      if (before === undefined) throw new Refusal('request.not_found')
      const own = findAgents(tx).filter((agent) => agent.village === village)
      const isOwn = (id: PointPosts['lead']) => id === null || own.some((agent) => agent.id === id)
      const isOne = posts.lead !== null && posts.lead === posts.deputy
      if (isOne || !isOwn(posts.lead) || !isOwn(posts.deputy)) throw new Refusal('staff.deputy_invalid')
      const why = requireReason(reason)
      savePosts(tx, village, posts)
      const from = { lead: before.lead, deputy: before.deputy }
      tx.record({
        type: 'point.posts_changed',
        subject: `village:${village}`,
        version: 1,
        origin,
        data: { from, to: posts, reason: why },
      })
      tx.tell({ kind: 'figures_changed' })
      return { done: true as const }
    }),
  )
}
