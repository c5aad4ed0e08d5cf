import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { aHall, aTicket, aWindow } from '../../../test/queue-fixtures.ts'
import { changeServices } from './services.ts'

const topic = (key: string) => key as TopicKey
const only = (key: string) => new Map([[topic(key), 'main' as const]])
const relief = {
  ...aWindow(1),
  services: new Map([
    [topic('relief'), 'main' as const],
    [topic('farm'), 'main' as const],
  ]),
}
const farm = { ...aWindow(2), services: only('farm') }
const waiting = [
  aTicket({ topic: topic('relief') }),
  aTicket({ topic: topic('relief') }),
  aTicket({ topic: topic('farm') }),
]
const hall = aHall({ windows: [relief, farm], waiting })

describe('the services of a window', () => {
  test('[Q21] change at once where another window still serves what is taken away', () => {
    expect(changeServices(relief, only('relief'), hall, false)).toEqual(only('relief'))
  })

  test('[Q21] that were the last of a topic are taken away only when confirmed, told how many wait', () => {
    expect(() => changeServices(relief, only('farm'), hall, false)).toThrow(
      expect.objectContaining({ code: 'topic.last_window', params: { topic: 'relief', n: 2 } }),
    )
    expect(changeServices(relief, only('farm'), hall, true)).toEqual(only('farm'))
  })
})
