import { Problem } from '@/api/problem'
import { ask, askExactly } from '@/composables/ask'
import { t } from '@/i18n'

/**
 * Does what may lose values: tries it without, and where values would be lost asks twice, the second time for the field's
 * name. False where the person thought better of it.
 */
export async function orLoseValues(label: string, action: (loseValues: boolean) => Promise<unknown>): Promise<boolean> {
  try {
    await action(false)
    return true
  } catch (thrown) {
    const problem = Problem.of(thrown)
    if (problem.type !== 'values-would-be-lost') {
      throw thrown
    }
    const title = t('design.loss')
    if (!(await ask(title, t('design.lossAsk', { detail: problem.detail }), true)) || !(await askExactly(title, t('design.lossType', { label }), label))) {
      return false
    }
    await action(true)
    return true
  }
}
