import { LANGUAGE } from './language.ts'

/** Whether the server has another build of the page by now than the one that stands here. */
export async function hasOtherBuild(): Promise<boolean> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]')
  const answer = await fetch(`/index.${LANGUAGE}.html`, { cache: 'no-store' }).catch(() => undefined)
  if (entry === null || answer?.ok !== true) return false
  return !(await answer.text()).includes(new URL(entry.src).pathname)
}
