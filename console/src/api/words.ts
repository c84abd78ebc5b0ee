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

/** `name: too long (100)` as the server says it. */
function parts(problem: Problem): { rule: string; bound?: string } | null {
  const found = problem.type === 'invalid' ? /^.*?: ([a-z ]+?)(?: \((.+)\))?$/.exec(problem.detail ?? '') : null
  return found ? { rule: found[1]!, bound: found[2] } : null
}

/** Whether the server does not know what is named, or does not know it any more. */
export function isUnknown(problem: Problem): boolean {
  return parts(problem)?.rule === 'unknown'
}

/** The rule that is broken, in the person's language. */
function ruleOf(problem: Problem): string | null {
  const said = parts(problem)
  const key = `problems.rule.${said?.rule ?? ''}`
  if (!said || !has(key)) {
    return null
  }
  return said.bound ? `${t(key)} (${said.bound})` : t(key)
}

function brokenRule(problem: Problem): string | null {
  const rule = ruleOf(problem)
  return rule ? `${problem.field ?? ''} ${rule}`.trim() : null
}
