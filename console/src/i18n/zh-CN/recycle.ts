export default {
  lead: '删除的记录保留在此，可以恢复；若名称或唯一值已被占用则不能恢复',
  kinds: '记录类型',
  name: '名称',
  deletedAt: '删除时间',
  deletedBy: '删除人',
  restore: '恢复',
  restored: '已恢复“{name}”',
  empty: '回收站是空的',
  emptyLead: '删除的记录会出现在这里，并可恢复。',
}
