// Everything works without this file. With it, error summaries take the focus, passwords can be shown, a second click on a
// marked button is not sent, on a narrow screen the navigation folds away, a change of one line of a meeting happens in place, and a page
// that somebody else has changed says so, a code in the part of an address that is never sent fills its field, and a reader of comments
// selects what is left out.
import { createAll, Button, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink }
  from '../styles/govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

const components = [Button, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink]
for (const component of components) createAll(component)

// The same form post as without script; of the page that comes back only the main part is put in place.
document.addEventListener('submit', async event => {
  const form = event.target
  if (!form.matches('[data-in-place]')) return
  event.preventDefault()
  if (form.dataset.sent) return
  form.dataset.sent = 'yes'
  const line = form.closest('[id]')?.id
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, event.submitter) })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const main = document.getElementById('main-content')
    main.innerHTML = page.getElementById('main-content').innerHTML
    document.title = page.title
    for (const component of components) createAll(component, undefined, main)
    const summary = main.querySelector('.govuk-error-summary')
    if (summary) summary.focus()
    else if (line) document.getElementById(line)?.focus({ preventScroll: true })
  } catch {
    form.removeAttribute('data-in-place')
    form.requestSubmit(event.submitter)
  }
})

setInterval(async () => {
  const mark = document.querySelector('[data-newer]')
  if (!mark || document.hidden || !mark.hidden) return
  const answer = await fetch(mark.dataset.newer).catch(() => null)
  if (answer?.ok && Number(await answer.text()) > Number(mark.dataset.version)) mark.hidden = false
}, 8000)

const code = document.getElementById('code')
if (code && location.pathname === '/answer' && location.hash.length > 1) {
  code.value = decodeURIComponent(location.hash.slice(1))
  history.replaceState(null, '', '/answer')
}

// At a kiosk nobody finds the receipt of whoever stood there before.
const kiosk = document.querySelector('form[data-return-after]')
if (kiosk) setTimeout(() => kiosk.querySelector('button').click(), 1000 * Number(kiosk.dataset.returnAfter))

// A gap takes the place of the words that are selected, whole ones as the server wants them, and the reason is ticked.
const Words = /\[…\]|[\p{L}\p{M}\p{N}]+(?:['’.@_-][\p{L}\p{M}\p{N}]+)*/gu
for (const leaving of document.querySelectorAll('[data-leave-out]')) {
  const form = leaving.closest('form')
  const text = form.elements[leaving.dataset.leaveOut]
  const reasons = [...form.querySelectorAll('[name="Reasons"]')]
  const says = leaving.querySelector('[role="status"]')
  leaving.hidden = false
  leaving.addEventListener('click', event => {
    const button = event.target.closest('button')
    if (!button) return
    if ('putBack' in button.dataset) {
      text.value = leaving.dataset.before
      for (const reason of reasons) reason.checked = false
      says.textContent = ''
      return
    }
    const taken = [...text.value.matchAll(Words)]
      .map(word => ({ from: word.index, to: word.index + word[0].length }))
      .filter(word => word.from < text.selectionEnd && word.to > text.selectionStart && text.selectionStart < text.selectionEnd)
    says.textContent = taken.length === 0 ? leaving.dataset.none : ''
    if (taken.length === 0) return
    text.setRangeText('[…]', taken[0].from, taken.at(-1).to, 'end')
    for (const reason of reasons) if (reason.value === button.dataset.reason) reason.checked = true
    text.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
