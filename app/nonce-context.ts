import { createContext } from 'react'

/** The nonce of this response; the browser hides it, so there it is empty. */
export const NonceContext = createContext('')
