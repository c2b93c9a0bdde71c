import { demoPassword } from '#db/seed/demo-accounts'

/** Signs in to a demo account as its form does, without a browser. @returns the `Cookie` to send */
export async function signInByForm(url: string, account: string): Promise<string> {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    body: new URLSearchParams({ email: `${account}@demo.example`, password: demoPassword }),
    headers: { Origin: url, Accept: 'text/html' },
    redirect: 'manual',
  })
  const cookies = answer.headers.getSetCookie().map(line => line.split(';')[0])
  if (answer.status !== 302 || cookies.length === 0) throw new Error(`signing in was answered with ${answer.status}`)
  return cookies.join('; ')
}
