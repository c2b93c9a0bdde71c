import '@remix-run/node'

/** Loader data keeps its dates and maps on the way to the browser, and the types say so. */
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}
