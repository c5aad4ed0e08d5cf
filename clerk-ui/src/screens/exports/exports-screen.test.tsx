// @vitest-environment happy-dom
import { base64urlOf } from '@counter/shared/client/base64url'
import { chained, NO_LINES } from '@counter/shared/client/export-digest'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { ExportsScreen } from './exports-screen.tsx'

const AT = '2026-06-12T01:40:00.000Z'
const DEVICE = { name: '05 村手机', village: '05', villageName: '石桥村', standing: 'in_use' }
const BOXES = [1, 2, 3].map((seed) => Uint8Array.of(seed, 7, 7))
const LINES = BOXES.map((box, nth) => JSON.stringify({ n: nth + 1, box: base64urlOf(box), sig: '' }))
const COMMAND = {
  kind: 'command',
  id: '0190aaaa-0000-7000-8000-000000000001',
  type: 'case.register',
  capturedAt: AT,
  author: '石桥村代办员',
  code: null,
  message: null,
  number: null,
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

async function digestOfTwo(): Promise<string> {
  let digest = NO_LINES
  for (const box of BOXES.slice(0, 2)) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', box))
    digest = await chained(digest, [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  }
  return digest
}

async function desk(answer: (path: string, lines: readonly string[]) => object[]) {
  useSession.setState({ session: { role: 'clerk' } as never })
  const line = openFakeLine({
    answer: (path, body) => ({
      status: 200,
      body: { device: DEVICE, outcomes: answer(path, (body as { lines: string[] }).lines) },
    }),
  })
  hangUp()
  render(
    <DesignFrame>
      <ExportsScreen />
    </DesignFrame>,
  )
  const choose = (lines: readonly string[]) =>
    userEvent.upload(screen.getByLabelText('选备份文件'), new File([lines.join('\n')], '代办备份.txt'))
  return { line, choose }
}

it('[V79] a chosen file is looked at first, and goes in when that is pressed', async () => {
  const end = { kind: 'end', lines: 2, digest: await digestOfTwo() }
  const { line, choose } = await desk((path) => {
    const status = path.endsWith('/look') ? 'new' : 'applied'
    return [{ kind: 'about', madeAt: AT, appVersion: '2' }, { ...COMMAND, status }, end]
  })
  await choose(['{"head":1}', ...LINES])
  expect(await screen.findByText('05 石桥村 · 05 村手机')).toBeTruthy()
  expect(screen.getByText('新的 1 条，已收过 0 条，照片 0 张')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(line.sent.every(({ path }) => path.endsWith('/look'))).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: '导入 1 条和 0 张照片' }))
  expect(await screen.findByText('✓ 收了 1 条，已收过 0 条，照片 0 张')).toBeTruthy()
  expect(line.sent[line.sent.length - 1]).toMatchObject({
    path: '/api/village-exports',
    body: { head: '{"head":1}', lines: LINES },
  })
})

it('[V79] a file without its trailer is called cut off, and one whose trailer counts other lines is called changed', async () => {
  const about = { kind: 'about', madeAt: AT, appVersion: '2' }
  const held = { ...COMMAND, status: 'attention', code: 'command.bad_signature', message: '' }
  const answers = [
    [about, held, { kind: 'bad', code: 'command.bad_signature', message: '' }],
    [about, held, { kind: 'end', lines: 2, digest: 'f'.repeat(64) }],
  ]
  const { choose } = await desk(() => answers.shift() ?? [])
  await choose(['{"head":1}', ...LINES])
  expect((await screen.findByRole('alert')).textContent).toBe('■ 备份不完整，只收完整的部分')
  expect(screen.getByText('要人处理 1 条')).toBeTruthy()
  await choose(['{"head":1}', ...LINES])
  expect((await screen.findByRole('alert')).textContent).toBe('■ 备份少了几行或被改过')
})

it('[V95] what is no file of ours is told in words, and nothing is asked of the centre', async () => {
  const { line, choose } = await desk(() => [])
  await choose(['x'.repeat(600)])
  expect((await screen.findByRole('alert')).textContent).toContain('这不是本中心手机导出的备份')
  expect(line.sent).toEqual([])
})
