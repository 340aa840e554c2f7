/** Growing pauses between attempts, spread out so that a hundred clients do not come back in one moment. */
export class Backoff {
  #attempt = 0
  readonly #random: () => number
  readonly #first: number
  readonly #longest: number

  constructor(random: () => number = Math.random, first = 400, longest = 20_000) {
    this.#random = random
    this.#first = first
    this.#longest = longest
  }

  /** Milliseconds to wait before the next attempt: between half and all of a doubling step, without an end to attempts. */
  next(): number {
    const step = Math.min(this.#first * 2 ** this.#attempt, this.#longest)
    if (step < this.#longest) this.#attempt++
    return step / 2 + (step / 2) * this.#random()
  }

  reset(): void {
    this.#attempt = 0
  }
}
