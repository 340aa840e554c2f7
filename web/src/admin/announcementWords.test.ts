import { expect, test } from 'vitest'
import { progressWords, stillRuns } from './announcementWords'

const none = { waiting: 0, sent: 0, kept: 0, failed: 0, forgotten: 0 }

test('says how far an announcement has come, and only what there is', () => {
  expect(progressWords({ ...none, sent: 3 })).toBe('3 of 3 sent')
  expect(progressWords({ waiting: 1, sent: 120, kept: 2, failed: 4, forgotten: 0 })).toBe(
    '120 of 127 sent, 1 waiting, 2 not wanted, 4 failed',
  )
})

test('counts what the log has forgotten as sent', () => {
  expect(progressWords({ ...none, sent: 1, forgotten: 2 })).toBe('3 of 3 sent')
})

test('runs as long as a mail waits', () => {
  expect(stillRuns({ progress: { ...none, waiting: 1 } })).toBe(true)
  expect(stillRuns({ progress: { ...none, failed: 1 } })).toBe(false)
})
