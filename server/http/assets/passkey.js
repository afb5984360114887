// Without scripts, or in a browser without passkeys, the form stays hidden, and a password signs in.
const form = document.getElementById('passkey')
const field = form.querySelector('[name="credential"]')
const status = form.querySelector('[role="status"]')

async function usePasskey() {
  const answer = await fetch(`${form.action}/options`, { method: 'POST' })
  if (!answer.ok) throw new Error(`the options were refused: ${answer.status}`)
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json())
  const credential = await navigator.credentials.get({ publicKey })
  field.value = JSON.stringify(credential)
  form.submit()
}

if (globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    status.textContent = ''
    usePasskey().catch(() => {
      status.textContent = status.dataset.failed
    })
  })
}
