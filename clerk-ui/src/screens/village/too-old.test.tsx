// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { noteOf } from '../../outbox/sender.fixture.ts'
import { agentOnline, answerSync, sessionOf, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { OutboxScreen } from './outbox-screen.tsx'
import { reloadOutbox, sendFrom, sendNow } from './village-outbox.ts'
import { VillageStrip } from './village-strip.tsx'

beforeAll(startVillageWords)
beforeEach(agentOnline)
afterEach(cleanup)

test('[V58, V83] a page that is too old says what to do, on every page and where the file is made, and keeps what waits', async () => {
  answerSync(() => Response.json({ code: 'protocol.too_old' }, { status: 409 }))
  const disk = memoryDisk()
  sendFrom(disk, memoryDevice(50))
  const { header, ...note } = await noteOf(1)
  await disk.keep({ ...note, header, author: sessionOf('agent').staffId }, 0)
  await reloadOutbox()
  show(
    <>
      <VillageStrip />
      <OutboxScreen />
    </>,
  )
  sendNow()
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toBe('■ 本机程序太旧，请联网更新后再发')
  expect(screen.getByText('看到“有新版本”就点它换上')).toBeTruthy()
  expect(screen.getByText('没有新版本，就导出备份带到镇中心')).toBeTruthy()
  expect(screen.getByTestId('v1.strip').textContent).toBe('✓ 在线 · 程序太旧发不出，点这里')
  expect(screen.getByTestId('v1.strip').getAttribute('data-state')).toBe('attention')
  expect(screen.getByRole('button', { name: '导出备份' })).toBeTruthy()
  expect(await disk.payloadOf(header.id)).toEqual(note.payload)
})
