/**
 * Puts a text into the clipboard, and says whether it is there. Without https a browser has no clipboard for scripts; then
 * the text is selected and copied within an element, since a dialog keeps the focus to itself.
 */
export async function copied(text: string, within: Element = document.body): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'visually-hidden'
    within.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}
