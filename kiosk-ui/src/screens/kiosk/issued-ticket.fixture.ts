/** What the server answers to a number that was given, as the kiosk's tests have it. */
export const issuedTicket = {
  ticketId: '019eb2a0-0000-7000-8000-000000000001',
  number: '综 012',
  cls: 'ordinary',
  topic: 'relief',
  issuedAt: '2026-06-12T01:20:00.000Z',
  businessDate: '2026-06-12',
  quote: { ahead: 1, low: null, high: null },
  token: 'b'.repeat(22),
  queryCode: '7K3F-9QPD',
  link: `http://127.0.0.1:8080/t#${'b'.repeat(22)}`,
  printJobId: '019eb2a0-0000-7000-8000-000000000002',
  version: 1,
}
