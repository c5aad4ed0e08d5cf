// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aDetail } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CaseScreen } from './case-screen.tsx'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const TOPIC = `case:${ID}`

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

const FILE = {
  sha256: 'a'.repeat(64),
  size: 2_000_000,
  mime: 'image/jpeg',
  isStored: true,
  by: '1号窗口岗',
  at: '2026-06-12T01:45:00.000Z',
}
const material = (name: string, state: string, files: readonly object[] = []) => ({
  name,
  original: 1,
  copies: 0,
  required: true,
  deferrable: true,
  source: 'applicant',
  state,
  promisedOn: null,
  files,
})
const withFiles = (files: readonly object[]) =>
  aDetail({ materials: [material('居民身份证', 'received', files), material('收入证明', 'deferred')] })
const photo = (size: number) => new File([new Uint8Array(size)], '照片.jpg', { type: 'image/jpeg' })
const input = (of: string) => screen.getByLabelText<HTMLInputElement>(`选文件：${of}`)

it('[C437] a file stands at its paper with who added it and when, and is not fetched before it is opened', async () => {
  const line = openFakeLine({ topics: { [TOPIC]: withFiles([FILE]) } })
  render(<CaseScreen id={ID} />)
  expect(await screen.findByText(/1号窗口岗 6月12日（周五）9:45/)).toBeTruthy()
  expect(screen.queryByRole('img', { name: /居民身份证/ })).toBeNull()
  expect(line.sent).toEqual([])
})

it('[C437] each chosen file is a command of its own, for the paper it shows', async () => {
  const line = openFakeLine({
    topics: { [TOPIC]: withFiles([]) },
    answer: () => ({ status: 200, body: { case: withFiles([FILE]), receipt: null } }),
  })
  render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByText('加附件'))
  await userEvent.selectOptions(screen.getByLabelText('属于哪份材料'), '收入证明')
  await userEvent.click(screen.getByLabelText('这份材料已收到'))
  await userEvent.upload(input('收入证明'), [photo(10), photo(20)])
  await waitFor(() => expect(screen.getAllByText(/已传好/)).toHaveLength(2))
  expect(line.sent.map(({ path }) => path)).toEqual([`/api/cases/${ID}/files`, `/api/cases/${ID}/files`])
  const ids = line.headers.map((each) => each.get('x-command-id'))
  expect(new Set(ids).size).toBe(2)
  for (const headers of line.headers) {
    expect(decodeURIComponent(headers.get('x-material') ?? '')).toBe('收入证明')
    expect(headers.get('x-received')).toBe('yes')
    expect(headers.get('content-type')).toBe('application/octet-stream')
  }
})

it('[P42] one that is too large is not sent, one that is refused says why, and the others go on', async () => {
  let asked = 0
  const line = openFakeLine({
    topics: { [TOPIC]: withFiles([]) },
    answer: () => {
      asked += 1
      if (asked === 1)
        return { status: 409, body: { code: 'file.type_not_allowed', params: {}, message: '' } }
      return { status: 200, body: { case: withFiles([FILE]), receipt: null } }
    },
  })
  render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByText('加附件'))
  await userEvent.upload(input('居民身份证'), [photo(8 * 1024 * 1024 + 1), photo(10), photo(20)])
  expect(await screen.findByText(/文件太大，最多 8 MB/)).toBeTruthy()
  expect(await screen.findByText(/只收 JPEG、PNG 照片和 PDF/)).toBeTruthy()
  await screen.findByText(/已传好/)
  expect(line.sent).toHaveLength(2)
})

it('[C303] a picture is opened in a layer over the page, a PDF is saved', async () => {
  const files = [FILE, { ...FILE, sha256: 'b'.repeat(64), mime: 'application/pdf' }]
  openFakeLine({ topics: { [TOPIC]: withFiles(files) } })
  render(<CaseScreen id={ID} />)
  await userEvent.click(await screen.findByRole('button', { name: '查看：居民身份证 照片 1' }))
  const layer = screen.getByRole('dialog', { hidden: true })
  const picture = within(layer).getByAltText('居民身份证 照片 1')
  expect(picture.getAttribute('src')).toBe(`/api/cases/${ID}/files/${FILE.sha256}`)
  expect(within(layer).getByText('谁看过会记下来')).toBeTruthy()
  const link = screen.getByRole('link', { name: '存到本机看：居民身份证 PDF 2' })
  expect(link.getAttribute('href')).toBe(`/api/cases/${ID}/files/${'b'.repeat(64)}`)
})
