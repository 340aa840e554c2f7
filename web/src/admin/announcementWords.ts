import type { Announcement, AnnouncementAudience, AnnouncementProgress } from './api'

export const audienceNames: Record<AnnouncementAudience, string> = {
  EVERYBODY: 'Everybody',
  LOGGERS: 'Loggers, net control and administrators',
  NET_CONTROLS: 'Net control and administrators',
  ADMINISTRATORS: 'Administrators',
}

/** How far an announcement has come: `120 of 123 sent, 2 not wanted, 1 failed`. */
export function progressWords({ waiting, sent, kept, failed, forgotten }: AnnouncementProgress): string {
  const all = waiting + sent + kept + failed + forgotten
  const parts = [`${sent + forgotten} of ${all} sent`]
  if (waiting > 0) parts.push(`${waiting} waiting`)
  if (kept > 0) parts.push(`${kept} not wanted`)
  if (failed > 0) parts.push(`${failed} failed`)
  return parts.join(', ')
}

export function stillRuns({ progress }: Pick<Announcement, 'progress'>): boolean {
  return progress.waiting > 0
}
