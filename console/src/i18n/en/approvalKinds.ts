export default {
  lead: 'What can be asked for, who decides it, and what an approval does',
  pending: 'Waiting requests',
  kind: { extension: 'Extension', transfer: 'Transfer' },
  who: { label: 'Who may ask', extension: 'The customer’s owner', transfer: 'Who wants another’s customer, also right from the look for duplicates' },
  when: {
    label: 'When',
    extension: 'While the protection lasts',
    transfer: 'While somebody else holds it: protected, won or locked',
  },
  does: { label: 'An approval', extension: 'Extends the protection by the days asked for', transfer: 'Makes the applicant its owner, with a new protection' },
  decides: 'Who decides',
  decidesText: 'The manager of the applicant’s team, or an admin; nobody their own request',
  days: 'Days',
  atMost: 'Required, at most {count}',
  noDays: 'None',
}
