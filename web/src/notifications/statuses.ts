import type { components } from '../api/generated/notification-service'
import type { Tone } from '../design/Chip'
import type { IconName } from '../design/Icon'

export type MailStatus = components['schemas']['MessageStatus']

export const statuses: Record<MailStatus, { label: string; tone: Tone; icon: IconName }> = {
  QUEUED: { label: 'Queued', tone: 'blue', icon: 'clock' },
  SENDING: { label: 'Being sent', tone: 'blue', icon: 'mail' },
  SENT: { label: 'Sent', tone: 'green', icon: 'check' },
  DEFERRED: { label: 'Will be tried again', tone: 'amber', icon: 'refresh' },
  DEAD: { label: 'Given up', tone: 'red', icon: 'alert' },
  SUPPRESSED: { label: 'Not sent on purpose', tone: 'neutral', icon: 'ban' },
  EXPIRED: { label: 'Expired', tone: 'neutral', icon: 'clock' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral', icon: 'ban' },
  BOUNCED: { label: 'Came back', tone: 'red', icon: 'undo' },
  COMPLAINED: { label: 'Reported as unwanted', tone: 'red', icon: 'flag' },
}
