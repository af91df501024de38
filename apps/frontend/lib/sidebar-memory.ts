const KEY = 'sidebar'

/** Runs before the first paint, so that a sidebar that was put away never flashes up. */
export const sidebarScript = `try{if(localStorage.getItem('${KEY}')==='away')document.documentElement.dataset.chats='away'}catch{}`

export const sidebarIsOpen = (): boolean => document.documentElement.dataset.chats !== 'away'

/** Keeps whether the sidebar is open; it is a matter of this browser alone. */
export function rememberSidebar(open: boolean): void {
  document.documentElement.dataset.chats = open ? 'open' : 'away'
  try {
    localStorage.setItem(KEY, open ? 'open' : 'away')
  } catch {
    // Storage may be forbidden: then it is kept until the page is left.
  }
}
