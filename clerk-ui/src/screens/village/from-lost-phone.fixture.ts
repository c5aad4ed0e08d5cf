/** What came of a lost phone and waits for its author's word. */
export const FROM_LOST = {
  id: '0190aaaa-0000-7000-8000-0000000000a1',
  village: '05',
  villageName: '石桥村',
  agent: '石桥村代办员',
  type: 'consult.log',
  code: 'device.lost',
  message: '',
  messageEn: '',
  caseId: null,
  number: null,
  item: null,
  applicant: null,
  topic: '养老金几时发',
  missing: [],
  conflicts: [],
  slipCase: null,
  files: 0,
  capturedAt: '2026-06-12T01:25:00.000Z',
  receivedAt: '2026-06-12T01:40:00.000Z',
  handedAt: null,
}

/** The case that the centre made of the same slip meanwhile. */
export const SLIP_CASE = {
  id: '0190aaaa-0000-7000-8000-0000000000b1',
  number: '2026-05-0001-7',
  item: '社会救助政策咨询与在享待遇查询',
  applicant: '示*甲',
  receivedAt: '2026-06-12T02:00:00.000Z',
  isVoid: false,
  differences: [{ field: 'name', theirs: '示*甲', yours: '示*丙' }],
}
