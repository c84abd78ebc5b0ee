export default {
  lead: '删除的记录保留在此，可以恢复；若名称或唯一值已被占用则不能恢复',
  kinds: '记录类型',
  name: '名称',
  owner: '负责人',
  deletedAt: '删除时间',
  deletedBy: '删除人',
  restore: '恢复',
  restored: '已恢复“{name}”',
  pooled: '已恢复“{name}”，原负责人不可用，已放入{pool}',
  moved: '已恢复“{name}”，原负责人已离开，现由 {owner} 负责',
  empty: '回收站是空的',
  emptyLead: '删除的记录会出现在这里，并可恢复。',
}
