// @vitest-environment happy-dom
import type { GuideMaterial } from '@counter/shared/contract/public/guide'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { takeChosen, useChosenFiles } from '../../state/chosen-files.ts'
import { forgetDrafts } from '../../state/drafts.ts'
import { aDetail } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { AddFiles } from '../case/add-files.tsx'
import { IntakeFiles } from './intake-files.tsx'

const TICKET = '01890a5d-ac96-774b-bcce-b302099a8001' as TicketId
const material = (name: string) => ({ name }) as GuideMaterial
const photo = (name: string) => new File([new Uint8Array(9)], name, { type: 'image/jpeg' })

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  forgetDrafts()
})

const show = () =>
  render(<IntakeFiles ticketId={TICKET} materials={[material('身份证'), material('户口簿')]} />)

it('[C437] files are chosen with the papers, and one that was wrong is left out again', async () => {
  show()
  await userEvent.upload(screen.getByLabelText('选文件：身份证'), [photo('正面.jpg'), photo('反面.jpg')])
  await userEvent.selectOptions(screen.getByLabelText('属于哪份材料'), '户口簿')
  await userEvent.upload(screen.getByLabelText('选文件：户口簿'), photo('错的.jpg'))
  expect(screen.getByText(/已选 3 份/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '不传了：错的.jpg' }))
  expect(takeChosen(TICKET).map((each) => [each.material, each.file.name, each.isReceived])).toEqual([
    ['身份证', '正面.jpg', false],
    ['身份证', '反面.jpg', false],
  ])
  expect(takeChosen(TICKET)).toEqual([])
})

it('[P33] files that were chosen are forgotten with the drafts when somebody else signs in', async () => {
  show()
  await userEvent.upload(screen.getByLabelText('选文件：身份证'), photo('正面.jpg'))
  forgetDrafts()
  expect(takeChosen(TICKET)).toEqual([])
})

it('[U15, P33] files that a reload has lost are named by their number, until others are chosen; the browser kept nothing else', async () => {
  const { unmount } = show()
  await userEvent.upload(screen.getByLabelText('选文件：身份证'), [photo('正面.jpg'), photo('反面.jpg')])
  expect(screen.getByText('登记后才传，刷新页面要重选')).toBeTruthy()
  expect(screen.queryByTestId('intake.lost')).toBeNull()
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('正面')
  unmount()
  // The page is opened anew: its memory is empty.
  useChosenFiles.setState({ byTicket: {} })
  show()
  expect(screen.getByTestId('intake.lost').textContent).toBe('▲ 刷新前选的 2 份没传，请重选')
  await userEvent.upload(screen.getByLabelText('选文件：身份证'), photo('正面.jpg'))
  expect(screen.queryByTestId('intake.lost')).toBeNull()
  expect(takeChosen(TICKET)).toHaveLength(1)
  cleanup()
  useChosenFiles.setState({ byTicket: {} })
  show()
  expect(screen.queryByTestId('intake.lost')).toBeNull()
})

it('[C437] what was chosen goes out once the case has its number; a paper of another item goes beside the list', async () => {
  const listed = {
    name: '身份证',
    original: 1,
    copies: 0,
    required: true,
    deferrable: false,
    source: 'applicant',
    state: 'received',
    promisedOn: null,
    files: [],
  }
  const detail = aDetail({ materials: [listed] })
  const line = openFakeLine({ answer: () => ({ status: 200, body: { case: detail, receipt: null } }) })
  const first = ['身份证', '别的事项的材料'].map((name) => ({
    material: name,
    isReceived: false,
    file: photo(`${name}.jpg`),
  }))
  const { rerender } = render(<AddFiles detail={detail} first={first} onAnswer={() => undefined} />)
  await waitFor(() => expect(screen.getAllByText(/已传好/)).toHaveLength(2))
  rerender(<AddFiles detail={detail} first={first} onAnswer={() => undefined} />)
  expect(line.headers.map((each) => decodeURIComponent(each.get('x-material') ?? ''))).toEqual([
    '身份证',
    'other',
  ])
})
