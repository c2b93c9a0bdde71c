interface Page {
  pathname: string
  search: string
}

/** @returns for a page with filters in its address, where the whole of what they leave can be fetched as a file */
export const exportAddress =
  ({ pathname, search }: Page) =>
  (ending: string, table?: string) => {
    const params = new URLSearchParams(search)
    params.delete('page')
    if (table) params.set('table', table)
    return `${pathname}/export.${ending}${params.size > 0 ? `?${params}` : ''}`
  }
