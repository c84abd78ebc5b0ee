export default {
  lead: 'Lines that other programs show to people; who has which is said under “Staff and teams”',
  add: 'New line',
  editTitle: 'Edit “{name}”',
  name: 'Name',
  content: 'Content',
  contentHelp: 'What it opens is up to the program that shows it',
  note: 'Remark',
  empty: 'No lines yet',
  emptyLead: 'Of these lines each person can be given a menu.',
  deleteAsk: '“{name}” goes from everybody’s menu.',
}
