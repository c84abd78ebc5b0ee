export default {
  lead: '供其他系统按人显示的菜单项；在“员工与团队”中为每个人指定',
  add: '新建菜单项',
  editTitle: '编辑“{name}”',
  name: '名称',
  content: '内容',
  contentHelp: '选中后打开什么，由使用它的程序决定',
  note: '备注',
  empty: '还没有菜单项',
  emptyLead: '建好菜单项后，可为每个员工指定一份菜单。',
  deleteAsk: '“{name}”将从所有人的菜单中消失。',
}
