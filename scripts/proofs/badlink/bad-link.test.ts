import { once } from 'node:events'
import { createServer, connect as toTcp } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { chanceOf } from '../../play/chance.ts'
import { type BadLink, type Badness, openBadLink } from './bad-link.ts'

const BAD: Badness = {
  delayMs: 0,
  exchanges: ['lostBefore', 'lostAfter', 'whole', 'whole'],
  bodies: ['whole'],
  answersLost: 0,
}

async function beginExchange({ url, counts }: BadLink): Promise<void> {
  const { exchanges } = counts
  const phone = toTcp(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined)
  await once(phone, 'connect')
  phone.write('GET / HTTP/1.1\r\n\r\n')
  while (counts.exchanges === exchanges) await turn()
  phone.destroy()
}

test('[V99] loses as many exchanges before as after the work of the centre, however many rounds its badness comes again', async () => {
  const centre = createServer((phone) => phone.on('error', () => undefined).resume())
  await new Promise<void>((resolve) => centre.listen(0, '127.0.0.1', resolve))
  const address = centre.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const link = await openBadLink(address.port, chanceOf(1, 'line'))
  // Three of a deck of four in each round: 48 rounds are 36 decks, each with one of either kind.
  for (let round = 0; round < 48; round += 1) {
    link.become(BAD)
    for (let exchange = 0; exchange < 3; exchange += 1) await beginExchange(link)
    expect(Math.abs(link.counts.lostBefore - link.counts.lostAfter)).toBeLessThanOrEqual(1)
  }
  expect(link.counts).toMatchObject({ exchanges: 144, lostBefore: 36, lostAfter: 36 })
  await link.close()
  await new Promise((resolve) => centre.close(resolve))
})
