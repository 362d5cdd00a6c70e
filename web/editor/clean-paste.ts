// What comes from Word, Docs, Slack or a web page, made into what the editor understands. What is said stays; how it
// looked, and what would run, is dropped by the schema.

const DROPPED = 'script, style, meta, link, title, template, iframe, object, o\\:p, [aria-hidden="true"]'
const BLOCKS = 'p, div, ul, ol, li, h1, h2, h3, h4, h5, h6, pre, blockquote, table'

/** Takes HTML from the clipboard and gives back simpler HTML. Nothing of it is run or fetched on the way. */
export function cleanPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  for (const each of body.querySelectorAll(DROPPED)) each.remove()
  dropComments(body)
  listsOfWord(body)
  for (const each of body.querySelectorAll<HTMLElement>('[data-style]')) nameStyle(each)
  for (const list of body.querySelectorAll('ul')) tasksOf(list)
  for (const cell of body.querySelectorAll('td, th')) flatten(cell)
  for (const image of body.querySelectorAll('img')) nameImage(image)
  return body.innerHTML
}

/**
 * Our content-security policy refuses styles and handlers as soon as they are parsed, aloud. What styles say is read
 * elsewhere; handlers are no words.
 */
function withoutStyles(html: string): string {
  return html
    .replaceAll(/<style[\s\S]*?<\/style>/gi, '')
    .replaceAll(/<[^>]*>/g, (tag) => tag.replaceAll(/\s(style|on\w+)\s*=/gi, ' data-$1='))
}

function dropComments(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

/** Docs says in styles what others say in tags. Our content-security policy keeps the browser from reading them. */
function nameStyle(element: HTMLElement): void {
  const style = element.dataset.style?.replaceAll(/\s/g, '').toLowerCase() ?? ''
  delete element.dataset.style
  if (element.matches('b, strong') && style.includes('font-weight:normal')) {
    element.replaceWith(...element.childNodes)
    return
  }
  if (!element.matches('span, font')) return
  const tags = [
    /font-weight:(bold|[6-9]00)/.test(style) && 'strong',
    style.includes('font-style:italic') && 'em',
    style.includes('line-through') && 's',
  ].filter((tag) => tag !== false)
  for (const tag of tags) {
    const inner = document.createElement(tag)
    inner.append(...element.childNodes)
    element.append(inner)
  }
}

/** Word writes the items of a list as paragraphs, each with a bullet and its level in the style. */
function listsOfWord(body: HTMLElement): void {
  for (const item of body.querySelectorAll<HTMLElement>('p[data-style*="mso-list"]')) {
    const marker = item.querySelector('[data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]')
    const isNumbered = /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/i.test(marker?.textContent ?? '')
    marker?.remove()
    const level = Number(/level(\d)/.exec(item.dataset.style ?? '')?.[1] ?? 1)
    const list = listBefore(item, { level, tag: isNumbered ? 'ol' : 'ul' })
    const made = document.createElement('li')
    made.append(...item.childNodes)
    list.append(made)
    item.remove()
  }
}

/** The list that an item goes on with, or a fresh one in its place. */
function listBefore(item: Element, { level, tag }: { level: number; tag: 'ol' | 'ul' }): Element {
  let list = item.previousElementSibling
  if (list === null || !list.matches('[data-of-word]')) {
    list = document.createElement(tag)
    list.setAttribute('data-of-word', '')
    item.before(list)
  }
  for (let depth = 1; depth < level; depth += 1) {
    const last: Element | null = list.lastElementChild
    if (last === null) break
    const inner: Element | null = last.querySelector(':scope > ol, :scope > ul')
    list = inner ?? last.appendChild(document.createElement(tag))
  }
  return list
}

/** A list whose items begin with boxes is one of tasks. */
function tasksOf(list: Element): void {
  const items = [...list.children]
  const boxes = items.map((item) => item.querySelector<HTMLInputElement>('input[type=checkbox]'))
  if (items.length === 0 || boxes.includes(null)) return
  list.setAttribute('data-type', 'taskList')
  items.forEach((item, index) => {
    item.setAttribute('data-type', 'taskItem')
    item.setAttribute('data-checked', String(boxes[index]?.hasAttribute('checked')))
    boxes[index]?.remove()
  })
}

/** A cell holds one line. */
function flatten(cell: Element): void {
  for (const end of cell.querySelectorAll('br')) end.replaceWith(' ')
  for (let block = cell.querySelector(BLOCKS); block !== null; block = cell.querySelector(BLOCKS)) {
    block.replaceWith(...block.childNodes, ' ')
  }
}

/** Pictures from elsewhere are not fetched; one that says what it shows becomes a link to it. */
function nameImage(image: HTMLImageElement): void {
  const [source, alt] = [image.getAttribute('src') ?? '', image.getAttribute('alt') ?? '']
  if (image.dataset.file !== undefined) return
  if (alt === '' || !/^https?:\/\//i.test(source)) {
    image.remove()
    return
  }
  const link = document.createElement('a')
  link.href = source
  link.textContent = alt
  image.replaceWith(link)
}
