export default {
  lead: 'What was deleted is kept here and can be brought back, unless its name or a unique value was taken meanwhile',
  kinds: 'Kinds of record',
  name: 'Name',
  deletedAt: 'Deleted',
  deletedBy: 'By',
  restore: 'Restore',
  restored: '“{name}” is back',
  empty: 'The bin is empty',
  emptyLead: 'What is deleted comes here and can be restored.',
}
