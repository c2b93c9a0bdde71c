import { nobody, readerHeader } from '#server/auth/reader.shared'
import { dropKept, findKept, forgetPages, forgetPagesOfOthers, keepResponse, keptAt } from './kept-pages'
import { dataOf, mayKeep, offlinePage, pageOf } from './page-address'

/** A copy younger than this is not fetched again only to be kept; what passes by is always the newest. */
const FRESH_MS = 3_600_000

/** Keeps what one person is shown, and forgets it as soon as anything says that it is another's, or nobody's, turn. */
export class PageKeeper {
  /** Counts changes of reader: what was asked before one is not kept after it. */
  private round = 0

  constructor(private readonly origin: string) {}

  /** Call it when a request goes out; what it returns takes the answer. */
  expect(): (address: string, response: Response) => Promise<void> {
    const { round } = this
    return async (address, response) => {
      try {
        if (round === this.round) await this.take(address, response, () => round === this.round)
      } catch {
        // No room, or no leave to keep anything: the page was shown all the same.
      }
    }
  }

  /** Fetches what is missing to open a page without a connection: the page itself and its data, and the offline page. */
  async complete(address: string): Promise<void> {
    const page = pageOf(address, this.origin)
    if (!mayKeep(page)) return
    for (const half of [page, dataOf(page), offlinePage, dataOf(offlinePage)]) {
      const kept = await findKept(half)
      if (kept && Date.now() - keptAt(kept).getTime() < FRESH_MS) continue
      const take = this.expect()
      const response = await fetch(half).catch(() => undefined)
      if (response) await take(half, response)
    }
  }

  async forget(): Promise<void> {
    this.round++
    await forgetPages()
  }

  private async take(address: string, response: Response, isStillOurs: () => boolean): Promise<void> {
    const reader = response.headers.get(readerHeader)
    if (!reader) return
    if (reader === nobody) return this.forget()
    if (await forgetPagesOfOthers(reader)) {
      // Of the others' answers that are still under way, none is kept.
      this.round++
      return
    }
    const page = pageOf(address, this.origin)
    if ([401, 403, 404, 410].includes(response.status)) return dropKept([page, dataOf(page)])
    if (isWhole(response) && mayKeep(page) && isStillOurs()) await keepResponse(reader, address, response)
  }
}

/** A page or its data, as it was asked for: no error, no other address, nothing to download. */
function isWhole({ status, redirected, headers }: Response): boolean {
  const type = headers.get('Content-Type') ?? ''
  return status === 200 && !redirected && /^text\/(html|x-script)/.test(type) && !headers.has('Content-Disposition')
}
