// What people paste, and pasting it.
import type { Page } from 'playwright-core'

type Clip = { text?: string; html?: string; file?: { name: string; type: string; base64: string } }

/** What the browser does when somebody pastes; a script may not fill the clipboard of the system. */
export async function paste(page: Page, clip: Clip): Promise<void> {
  await page.locator('.tiptap').evaluate((target, { text, html, file }: Clip) => {
    const data = new DataTransfer()
    if (text !== undefined) data.setData('text/plain', text)
    if (html !== undefined) data.setData('text/html', html)
    if (file !== undefined) {
      const bytes = Uint8Array.from(atob(file.base64), (each) => each.charCodeAt(0))
      data.items.add(new File([bytes], file.name, { type: file.type }))
    }
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, clip)
}

/** As Word puts it on the clipboard: styles, lists that are paragraphs, and what must never run. */
export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='margin:0'><b>Plan</b><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>weigh</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>twice</p>
<table><tr><td><p class=MsoNormal>Line</p></td><td><p>Scrap</p></td></tr><tr><td><p>3</p></td><td><p>2,9<br>%</p></td></tr></table>
<script>document.body.remove()</script><img src="file:///C:/x.png" onerror="alert(1)"><!--EndFragment--></body></html>`
