/** Of a message that nobody opens, clicks or answers. */
export const NO_ADDRESSES = {
  open: null,
  click: null,
  unsubscribe: '',
  oneClick: '',
  view: '',
  answer: '',
  offer: '',
  invoice: '',
  direct: '',
};
