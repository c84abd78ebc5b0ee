import { computed, ref, shallowRef } from 'vue'
import { Problem } from '@/api/problem'
import { explainAtField } from '@/api/words'

/** Sends what a form says, one order at a time, and knows at which of its fields the server refused it. */
export function useForm() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const fields = new Set<string>()

  /** What is wrong with a field; empty for nothing. Whoever asks shows it, so that the form need not say it again. */
  function at(field: string): string {
    fields.add(field)
    return problem.value?.field === field ? explainAtField(problem.value) : ''
  }

  /** What is wrong and stands at no field. */
  const rest = computed(() => (problem.value?.field && fields.has(problem.value.field) ? null : problem.value))

  /** True when it went well. */
  async function send(action: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) {
      return false
    }
    busy.value = true
    problem.value = null
    try {
      await action()
      return true
    } catch (thrown) {
      problem.value = Problem.of(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, rest, at, send }
}
