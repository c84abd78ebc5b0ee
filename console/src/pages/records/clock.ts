import { computed, ref } from 'vue'
import { days } from '@/format'
import { me } from '@/session'

/** The time, as often as tables need it. */
export const now = ref(Date.now())
window.setInterval(() => (now.value = Date.now()), 30_000)

/** How many days before its end a protection ends soon. */
export const expiringDays = computed(() => days(me.value?.expiringWindow) ?? 3)
