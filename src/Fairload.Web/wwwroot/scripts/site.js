// Everything works without this file. With it, error summaries take the focus, passwords can be shown, a second click on a
// marked button is not sent, and on a narrow screen the navigation folds away.
import { createAll, Button, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink }
  from '../styles/govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

for (const component of [Button, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink]) createAll(component)
