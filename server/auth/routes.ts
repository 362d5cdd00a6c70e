import { auth as contract } from '#contract/auth'
import { on, onOpen, type Route } from '#platform/gate'
import { askForLink } from './ask-for-link.ts'
import type { Auth } from './auth.ts'
import { createFirstAdministrator } from './create-first-administrator.ts'
import { endSession } from './end-session.ts'
import { leaveSample } from './leave-sample.ts'
import { listSessions } from './list-sessions.ts'
import { listShoes } from './list-shoes.ts'
import { setPassword } from './set-password.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { stepIntoShoes } from './step-into-shoes.ts'
import { useLink } from './use-link.ts'
import { whoAmI } from './who-am-i.ts'

export function authRoutes(auth: Auth): Route[] {
  return [
    onOpen(contract.whoAmI, (request) => whoAmI(auth, request)),
    onOpen(contract.createFirstAdministrator, (request, input) =>
      createFirstAdministrator(auth, request, input),
    ),
    onOpen(contract.signIn, (request, input) => signIn(auth, request, input)),
    onOpen(contract.askForLink, (request, input) => askForLink(auth, request, input)),
    onOpen(contract.useLink, (request, input) => useLink(auth, request, input)),
    onOpen(contract.signOut, (request) => signOut(auth, request)),
    on(contract.listSessions, listSessions),
    onOpen(contract.endSession, (request, input) => endSession(auth, request, input)),
    onOpen(contract.setPassword, (request, input) => setPassword(auth, request, input)),
    onOpen(contract.listShoes, (request) => listShoes(auth, request)),
    onOpen(contract.stepIntoShoes, (request, input) => stepIntoShoes(auth, request, input)),
    onOpen(contract.leaveSample, (request) => leaveSample(auth, request)),
  ]
}
