// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, plainWords } from '../api/problem'
import { Toasts } from '../design/Toasts'
import { renderPart } from '../nets/testPage'
import { PagedTable, useDeeds, usePagedList } from './PagedTable'

type Load = (cursor: string | null) => Promise<{ items: string[]; next: string | null }>

const load = vi.fn<Load>()
const deed = vi.fn<() => Promise<unknown>>()
const after = vi.fn()

function Stations({ part, said = '' }: { part: string; said?: string }) {
  const list = usePagedList(['stations', part], load)
  const { busy, work } = useDeeds(['stations'])
  return (
    <>
      <PagedTable list={list} name="Stations" columns={['Callsign']} empty={<p>Nobody yet</p>}>
        {(callsign) => (
          <tr key={callsign}>
            <th scope="row">{callsign}</th>
          </tr>
        )}
      </PagedTable>
      <button disabled={busy} onClick={() => work(deed, said, after)}>
        Do it
      </button>
      <Toasts />
    </>
  )
}

const shown = () => [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent)

beforeEach(() => {
  vi.resetAllMocks()
  load.mockResolvedValue({ items: ['DL1ECT'], next: null })
})

describe('a list that comes page by page', () => {
  it('shows the next page below the rows that are there', async () => {
    load.mockImplementation((cursor) =>
      Promise.resolve(
        cursor === null ? { items: ['DL1ECT'], next: 'page-2' } : { items: ['DL2ECT'], next: null },
      ),
    )
    renderPart(<Stations part="" />)

    await userEvent.click(await screen.findByText('Show older ones'))

    await waitFor(() => expect(shown()).toEqual(['DL1ECT', 'DL2ECT']))
    expect(load).toHaveBeenLastCalledWith('page-2')
    expect(screen.queryByText('Show older ones')).toBeNull()
  })

  it('says what stands there when there is nothing', async () => {
    load.mockResolvedValue({ items: [], next: null })

    renderPart(<Stations part="" />)

    await screen.findByText('Nobody yet')
    expect(document.querySelector('table')).toBeNull()
  })

  it('says why there are no rows, and tries again', async () => {
    load.mockRejectedValueOnce(new ApiProblem({ code: 'forbidden', status: 403 }))
    renderPart(<Stations part="" />)

    await userEvent.click(await screen.findByText('Try again'))

    await waitFor(() => expect(shown()).toEqual(['DL1ECT']))
    expect(screen.queryByText('Try again')).toBeNull()
  })

  it('keeps the old rows until those of another filter are there', async () => {
    const { update } = renderPart(<Stations part="" />)
    await screen.findByText('DL1ECT')
    let arrive: (page: Awaited<ReturnType<Load>>) => void = () => undefined
    load.mockReturnValue(new Promise((resolve) => (arrive = resolve)))

    update(<Stations part="2" />)

    expect(shown()).toEqual(['DL1ECT'])
    arrive({ items: ['DL2ECT'], next: null })
    await waitFor(() => expect(shown()).toEqual(['DL2ECT']))
  })
})

describe('a deed to a row', () => {
  it('is told of, and the list read anew', async () => {
    deed.mockResolvedValue(undefined)
    renderPart(<Stations part="" said="It is done" />)
    await screen.findByText('DL1ECT')
    load.mockResolvedValue({ items: ['DL2ECT'], next: null })

    await userEvent.click(screen.getByText('Do it'))

    await screen.findByText('It is done')
    await waitFor(() => expect(shown()).toEqual(['DL2ECT']))
    expect(after).toHaveBeenCalledOnce()
  })

  it('that is refused says so, and the list is read anew all the same', async () => {
    const refused = new ApiProblem({ code: 'last-admin', status: 409, title: 'Not this row' })
    deed.mockRejectedValue(refused)
    renderPart(<Stations part="" said="It was not done" />)
    await screen.findByText('DL1ECT')
    load.mockResolvedValue({ items: ['DL2ECT'], next: null })

    await userEvent.click(screen.getByText('Do it'))

    await waitFor(() => expect(shown()).toEqual(['DL2ECT']))
    expect(screen.queryByText('It was not done')).toBeNull()
    expect(screen.getByText(plainWords(refused))).toBeDefined()
    expect(after).toHaveBeenCalledOnce()
  })
})
