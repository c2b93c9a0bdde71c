/** Any other address: inside the frame of whoever is signed in, with the way back. */
export function loader() {
  throw new Response('not-found', { status: 404 })
}

export default function NotFound() {
  return null
}
