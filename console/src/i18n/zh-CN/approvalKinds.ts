export default {
  lead: '员工可以申请什么，由谁审批，通过后会怎样',
  pending: '待审批',
  kind: { extension: '延长保护', transfer: '转移客户' },
  who: { label: '谁可以申请', extension: '客户的负责人', transfer: '想接手他人客户的员工（查重时可直接发起）' },
  when: { label: '前提', extension: '保护尚未结束', transfer: '客户由他人持有（在保护期内、已成交或已锁定）' },
  does: { label: '通过后', extension: '保护期顺延所申请的天数', transfer: '客户转到申请人名下，并得到新的保护期' },
  decides: '由谁审批',
  decidesText: '申请人团队的经理，或管理员；不能审批自己的申请',
  days: '天数',
  atMost: '须填写，最多 {count} 天',
  noDays: '不涉及',
}
