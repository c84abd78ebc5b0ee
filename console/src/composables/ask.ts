import 'element-plus/es/components/message-box/style/css'
import { ElMessageBox } from 'element-plus/es/components/message-box/index'
import { t } from '@/i18n'

/** Asks before something is done that is not easily undone. */
export async function ask(title: string, text: string, danger = false): Promise<boolean> {
  try {
    await ElMessageBox.confirm(text, title, {
      confirmButtonText: t('common.confirm'),
      cancelButtonText: t('common.cancel'),
      confirmButtonClass: danger ? 'el-button--danger' : '',
      closeOnClickModal: false,
    })
    return true
  } catch {
    return false
  }
}

/** Asks for one line of text; null where the person thinks better of it. */
export async function askText(title: string, text: string, required = false): Promise<string | null> {
  try {
    const answer = (await ElMessageBox.prompt(text, title, {
      confirmButtonText: t('common.confirm'),
      cancelButtonText: t('common.cancel'),
      inputType: 'textarea',
      closeOnClickModal: false,
      ...(required ? { inputPattern: /\S/, inputErrorMessage: t('common.required') } : {}),
    })) as unknown as { value: string | null }
    return answer.value ?? ''
  } catch {
    return null
  }
}

/** Asks for a word that must be typed as it stands, before something is lost for good. */
export async function askExactly(title: string, text: string, word: string): Promise<boolean> {
  try {
    await ElMessageBox.prompt(text, title, {
      confirmButtonText: t('common.confirm'),
      cancelButtonText: t('common.cancel'),
      confirmButtonClass: 'el-button--danger',
      closeOnClickModal: false,
      inputValidator: (typed: string) => typed.trim() === word.trim(),
      inputErrorMessage: word,
    })
    return true
  } catch {
    return false
  }
}
