import { expect, test } from 'vitest'
import { pointRefusalSentence } from './point-refusals.ts'
import { refusalSentence } from './refusal-text.ts'

test('[V95] an agent is told what is missing, and not to give a notice that only the centre gives', () => {
  const list = { list: '申请书、收入证明' }
  expect(pointRefusalSentence('material.missing', list, 'zh-CN')).toBe('还缺：申请书、收入证明，请补上再发')
  expect(pointRefusalSentence('material.missing', list, 'en')).toBe(
    'Still missing: 申请书、收入证明. Add it and send again',
  )
  expect(refusalSentence('material.missing', list, 'zh-CN')).toBe('还缺：申请书、收入证明，可出一次性告知单')
})

test('[V95] every other sentence is that of the desk', () => {
  expect(pointRefusalSentence('authority.missing', {}, 'zh-CN')).toBe(
    refusalSentence('authority.missing', {}, 'zh-CN'),
  )
})

test('[V11, V12] an own matter is another’s, and nothing is said against a near relative, who is only flagged', () => {
  expect(pointRefusalSentence('agent.self', {}, 'zh-CN')).toBe('自己的事要由别的代办员或镇中心办')
  expect(pointRefusalSentence('agent.self', {}, 'en')).toBe(
    'An agent’s own matter goes to another agent or to the township centre',
  )
})
