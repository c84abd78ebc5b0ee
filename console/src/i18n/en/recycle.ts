export default {
  lead: 'What was deleted is kept here and can be brought back, unless its name or a unique value was taken meanwhile',
  kinds: 'Kinds of record',
  name: 'Name',
  owner: 'Owner',
  deletedAt: 'Deleted',
  deletedBy: 'By',
  restore: 'Restore',
  restored: '“{name}” is back',
  pooled: '“{name}” is back, in the pool “{pool}”: its owner cannot have it',
  moved: '“{name}” is back, with {owner}: its owner has left',
  empty: 'The bin is empty',
  emptyLead: 'What is deleted comes here and can be restored.',
}
