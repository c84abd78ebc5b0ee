import { ref, watchEffect } from 'vue'

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'haina.theme'
const system = window.matchMedia('(prefers-color-scheme: dark)')
const kept = localStorage.getItem(KEY)

/** The appearance that the person chose. */
export const theme = ref<Theme>(kept === 'light' || kept === 'dark' ? kept : 'system')

/** Whether it is dark now. */
export const dark = ref(false)

function apply(): void {
  dark.value = theme.value === 'dark' || (theme.value === 'system' && system.matches)
  document.documentElement.classList.toggle('dark', dark.value)
}

export function startTheme(): void {
  system.addEventListener('change', apply)
  watchEffect(() => {
    localStorage.setItem(KEY, theme.value)
    apply()
  })
}
