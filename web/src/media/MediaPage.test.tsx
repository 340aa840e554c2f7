// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { renderPart } from '../nets/testPage'
import { media, type Item } from './api'
import { MediaPage } from './MediaPage'

vi.mock('./api', () => ({
  media: { libraries: vi.fn(), items: vi.fn(), thumbnail: vi.fn() },
}))

const recording = {
  id: 'item-1',
  kind: 'AUDIO',
  title: 'Tuesday evening net',
  libraryName: 'Recordings',
  callsigns: [],
  status: 'PRESENT',
} as unknown as Item

/** The page in a router whose other page arrives when it is told to, as a page does over a slow line. */
function open() {
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const router = createMemoryRouter(
    [
      { path: '/library', element: <MediaPage /> },
      { path: '/library/:id', lazy: () => arrived.then(() => ({ Component: () => <p>The item</p> })) },
    ],
    { initialEntries: ['/library'] },
  )
  renderPart(<RouterProvider router={router} />)
  return { router, arrive }
}

beforeEach(() => {
  vi.mocked(media.libraries).mockResolvedValue({ items: [] })
  vi.mocked(media.items).mockResolvedValue({ items: [recording], next: null })
  vi.mocked(media.thumbnail).mockRejectedValue(new Error('no picture'))
})

describe('the search for media', () => {
  it('asks once for what was typed, and keeps it in the address', async () => {
    const user = userEvent.setup()
    const { router } = open()
    await screen.findByRole('link', { name: recording.title })

    await user.type(screen.getByRole('searchbox'), 'tuesday')

    await waitFor(() =>
      expect(vi.mocked(media.items)).toHaveBeenLastCalledWith(
        { library: null, kind: null, q: 'tuesday' },
        null,
      ),
    )
    expect(vi.mocked(media.items).mock.calls.map(([{ q }]) => q)).toEqual([null, 'tuesday'])
    expect(router.state.location.search).toBe('?q=tuesday')
  })

  it('lets go who opens an item before the search has settled', async () => {
    const user = userEvent.setup()
    const { router, arrive } = open()
    const link = await screen.findByRole('link', { name: recording.title })
    await user.type(screen.getByRole('searchbox'), 'tuesday')

    await user.click(link)
    await new Promise((resolve) => setTimeout(resolve, 400))
    arrive()

    await screen.findByText('The item')
    expect(router.state.location.pathname).toBe('/library/item-1')
  })
})
