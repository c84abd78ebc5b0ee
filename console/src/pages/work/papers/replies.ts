/** Words that workers use for what somebody answered; others can be written too, so they are data and not translated. */
export const replies = ['未回复', '已回复', '有意向', '无意向']
