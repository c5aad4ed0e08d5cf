import { describe, expect, test } from 'vitest'
import { day, person } from '../../../test/case-fixture.ts'
import { onDuty, type PointAgent } from './on-duty.ts'

const agent = (id: string, away: Partial<PointAgent> = {}): PointAgent => ({
  id: person(id),
  name: id,
  awayFrom: null,
  awayUntil: null,
  ...away,
})
const AWAY = { awayFrom: day('2026-06-12'), awayUntil: day('2026-06-16') }
const POSTS = { lead: person('a'), deputy: person('b') }
const served = (
  posts: typeof POSTS | { lead: null; deputy: typeof POSTS.deputy | null },
  agents: PointAgent[],
) => {
  const found = onDuty(posts, agents, day('2026-06-12'))
  return found === null ? null : `${found.post} ${found.agent.name}`
}

describe('who serves a point', () => {
  test('[V1] is its A岗, and B岗 while A岗 is away or stopped', () => {
    expect(served(POSTS, [agent('a'), agent('b')])).toBe('A a')
    expect(served(POSTS, [agent('a', AWAY), agent('b')])).toBe('B b')
    expect(served(POSTS, [agent('b')])).toBe('B b')
    expect(served(POSTS, [agent('a', { ...AWAY, awayFrom: day('2026-06-13') }), agent('b')])).toBe('A a')
  })

  test('[V1] is nobody when neither is there, whoever else has an account', () => {
    expect(served(POSTS, [agent('a', AWAY), agent('b', AWAY), agent('c')])).toBeNull()
    expect(served(POSTS, [])).toBeNull()
  })

  test('[V1] is the first account while nobody was named', () => {
    expect(served({ lead: null, deputy: null }, [agent('c'), agent('d')])).toBe('A c')
    expect(served({ lead: null, deputy: person('c') }, [agent('c'), agent('d', AWAY)])).toBe('B c')
  })
})
