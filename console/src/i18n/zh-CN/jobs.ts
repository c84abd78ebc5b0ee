export default {
  progress: '进度',
  state: { waiting: '排队中', running: '进行中', done: '已完成', failed: '失败', cancelled: '已取消', undone: '已撤销' },
  done: '已处理 {count}',
  created: '新增 {count}',
  changed: '更新 {count}',
  refused: '未通过 {count}',
  result: '下载文件',
  errors: '下载错误清单',
}
