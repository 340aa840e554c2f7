// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '../api/problem'
import { annaMe, renderPart } from '../nets/testPage'
import type * as api from './api'
import { putMe, type Me } from './api'
import { ProfilePage } from './ProfilePage'

vi.mock('./api', async (original) => ({ ...(await original<typeof api>()), putMe: vi.fn() }))
vi.mock('../session/browser', () => ({ session: { refresh: vi.fn().mockResolvedValue(undefined) } }))

const located: Me = {
  ...annaMe,
  gmrsCallsign: 'WRAB123',
  earlierCallsigns: ['KB1OLD', 'WN1ZZZ'],
  location: { place: 'Shelter 3', grid: 'FN31pr', latitude: null, longitude: null },
}

function open(me: Me) {
  renderPart(<ProfilePage />, me)
  return userEvent.setup()
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const save = () => screen.getByRole('button', { name: 'Save profile' })

async function retype(user: ReturnType<typeof userEvent.setup>, label: string, text: string) {
  await user.clear(field(label))
  await user.type(field(label), text)
}

describe('the profile', () => {
  beforeEach(() => void vi.mocked(putMe).mockReset().mockResolvedValue(located))

  it('shows callsigns and location as they are', () => {
    open(located)

    expect(field('GMRS callsign').value).toBe('WRAB123')
    expect(field('Earlier callsigns').value).toBe('KB1OLD WN1ZZZ')
    expect(field('Location').value).toBe('Shelter 3')
    expect(field('Grid locator or coordinates').value).toBe('FN31pr')
  })

  it('sends what was typed', async () => {
    const user = open(annaMe)
    await user.type(field('GMRS callsign'), 'kae1234')
    await user.type(field('Earlier callsigns'), 'kb1old, wn1zzz')
    await user.type(field('Location'), ' Shelter 3 ')
    await user.type(field('Grid locator or coordinates'), '41.7148, -72.7273')

    await user.click(save())

    await waitFor(() => expect(putMe).toHaveBeenCalledOnce())
    expect(vi.mocked(putMe).mock.calls[0]?.[0]).toMatchObject({
      callsign: 'W1AW',
      gmrsCallsign: 'KAE1234',
      earlierCallsigns: ['KB1OLD', 'WN1ZZZ'],
      location: { place: 'Shelter 3', grid: null, latitude: 41.7148, longitude: -72.7273 },
    })
  })

  it('sends nothing while it cannot read where somebody is', async () => {
    const user = open(located)
    await retype(user, 'Grid locator or coordinates', 'behind the church')

    await user.click(save())

    expect(await screen.findByText(/Neither a locator nor/)).toBeDefined()
    expect(field('Grid locator or coordinates').getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field('Grid locator or coordinates'))
    expect(putMe).not.toHaveBeenCalled()
  })

  it('sends nothing while an earlier callsign is none', async () => {
    const user = open(located)
    await retype(user, 'Earlier callsigns', 'W1AW')

    await user.click(save())

    expect(await screen.findByText('W1AW is your callsign of today.')).toBeDefined()
    expect(putMe).not.toHaveBeenCalled()
  })

  it('shows what the service refuses beside its field', async () => {
    vi.mocked(putMe).mockRejectedValue(
      new ApiProblem({
        code: 'validation-failed',
        status: 400,
        errors: [{ field: 'location.place', message: 'contains characters that cannot be shown' }],
      }),
    )
    const user = open(located)

    await user.click(save())

    await waitFor(() => expect(field('Location').getAttribute('aria-invalid')).toBe('true'))
  })
})
