// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { usePageOver } from './page-over.ts'
import { reloadOutbox, sendFrom } from './village-outbox.ts'

afterEach(() => usePageOver.setState({ isOver: false }))

const newerBook = () => Promise.reject(new DOMException('version 2 is less than 99', 'VersionError'))

test('[V41] a list that an outdated page cannot read any more fails nobody; of any other page it is told', async () => {
  sendFrom({ ...memoryDisk(), read: newerBook }, memoryDevice(1))
  await expect(reloadOutbox()).rejects.toThrow('version 2')
  usePageOver.setState({ isOver: true })
  await expect(reloadOutbox()).resolves.toBeUndefined()
})
