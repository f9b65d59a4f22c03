/**
 * Passkeys with the browser's own functions. A section marked `data-passkey` holds a form with the hidden fields
 * `challenge` and `response`; before it is sent, the passkey is made or used and its answer put there. Browsers without
 * passkeys never see the section.
 */

type Offered = {
  challengeId: string
  options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON
}

const known =
  'PublicKeyCredential' in window &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential

async function answer(act: string | undefined, { options }: Offered): Promise<Credential | null> {
  if (act === 'register') {
    return navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
    })
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
}

function field(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement ? found : undefined
}

async function run(section: HTMLElement, form: HTMLFormElement): Promise<void> {
  const csrf = field(form, 'csrf')?.value ?? ''
  const response = await fetch(section.dataset.options ?? '', {
    method: 'POST',
    headers: { 'x-csrf-token': csrf },
  })
  if (!response.ok) throw new Error(String(response.status))
  const offered: Offered = await response.json()
  const made = await answer(section.dataset.passkey, offered)
  if (!(made instanceof PublicKeyCredential)) throw new Error('no passkey')
  field(form, 'challenge')!.value = offered.challengeId
  field(form, 'response')!.value = JSON.stringify(made.toJSON())
  form.submit()
}

for (const section of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const form = section.querySelector('form')
  const problem = section.querySelector('[data-passkey-problem]')
  if (!known || !form) continue
  section.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (problem) problem.textContent = ''
    run(section, form).catch(() => {
      // Also when the person closed the browser's own question: the words say that nothing happened.
      if (problem) problem.textContent = section.dataset.problem ?? ''
    })
  })
}
