import { has, t } from '@/i18n'
import type { Problem } from './problem'

/** What a person is told of a problem: in their language where the console knows the kind, else in the server's words. */
export function explain(problem: Problem): string {
  const key = `problems.${problem.type}`
  const detail = brokenRule(problem) ?? problem.detail ?? ''
  const duplicate = problem.facts.duplicate as { name?: string; owner?: string | null; inPool?: boolean } | undefined
  if (problem.type === 'duplicate-customer' && duplicate?.name) {
    const whose = duplicate.inPool ? t('problems.duplicate.inPool') : duplicate.owner ? t('problems.duplicate.owner', { owner: duplicate.owner }) : ''
    return t('problems.duplicate.name', { name: duplicate.name, whose })
  }
  if (problem.type === 'invalid' || !has(key)) {
    const words = problem.type === 'invalid' ? t(key, { detail }) : [problem.title, detail].filter(Boolean).join(': ')
    return words
  }
  return t(key, { detail, title: problem.title }).replace(/\s*[（(]\s*[)）]/, '')
}

/** What is said at the field that is wrong, where the problem names one. */
export function explainAtField(problem: Problem): string {
  const rule = ruleOf(problem)
  return rule ? rule : explain(problem)
}

/** `name: too long (100)` as the server says it, in the person's language. */
function ruleOf(problem: Problem): string | null {
  if (problem.type !== 'invalid' || !problem.detail) {
    return null
  }
  const parts = /^(.*?): ([a-z ]+?)(?: \((.+)\))?$/.exec(problem.detail)
  const key = `problems.rule.${parts?.[2] ?? ''}`
  if (!parts || !has(key)) {
    return null
  }
  return parts[3] ? `${t(key)} (${parts[3]})` : t(key)
}

function brokenRule(problem: Problem): string | null {
  const rule = ruleOf(problem)
  return rule ? `${problem.field ?? ''} ${rule}`.trim() : null
}
