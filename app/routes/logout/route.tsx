import { type ActionFunctionArgs, redirect } from '@remix-run/node'

/** Signing out changes something, so it is asked with a form: whoever follows a link here only goes home. */
export const loader = () => redirect('/')

/** Ends this session; of one that was already over, only the cookie is emptied. */
export async function action({ context }: ActionFunctionArgs) {
  const session = await context.readSession()
  const { cookie } = await context.sessions.end(session?.sessionId ?? '')
  return redirect('/login', { headers: { 'Set-Cookie': cookie } })
}
