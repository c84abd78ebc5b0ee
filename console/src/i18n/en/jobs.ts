export default {
  progress: 'Progress',
  state: { waiting: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Cancelled', undone: 'Undone' },
  done: '{count} processed',
  created: '{count} created',
  changed: '{count} changed',
  refused: '{count} refused',
  result: 'Download the file',
  errors: 'Download the errors',
}
