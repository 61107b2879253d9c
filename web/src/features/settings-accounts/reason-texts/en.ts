import type { EmailReason } from '../../../../../contract/email-reasons.ts';
import type { SmsReason } from '../../../../../contract/sms-reasons.ts';

/** What is wrong and what to do. */
export const en = {
  by_hand: 'Somebody paused it.',
  login_refused:
    'The server refuses the user name or the password. Enter them again; some providers want an app password.',
  sender_refused:
    'The server does not let this account send from its sender’s address. Use an address that belongs to the account.',
  server_refused: 'The server refuses to talk to us. Ask its administrator whether this machine may send through it.',
  certificate_refused:
    'The server’s certificate is not trusted: it has expired, is for another name, or nobody vouches for it. Check the server name, or ask the administrator.',
  tls_failed: 'Encryption could not be agreed on. Check port and encryption: 465 goes with TLS, 587 with STARTTLS.',
  tls_not_offered: 'The server offers no encryption here. Check the port, or choose another encryption.',
  tls_refused: 'The server refuses to encrypt. Ask its administrator.',
  password_needs_tls:
    'The server offers no encryption, and a password is not sent in the clear. Choose TLS or STARTTLS.',
  no_such_mailbox: 'The server says that this recipient does not exist. Test with another address.',
  malformed_address: 'The server does not take this for an address. Check it.',
  address_needs_utf8: 'The server cannot take an address with such letters. Test with another address.',
  mailbox_disabled: 'The recipient’s mailbox is disabled. Test with another address.',
  policy: 'The server refuses the message by its policy. Its words say why.',
  too_big: 'The message is larger than the server allows.',
  content_refused: 'The server refuses the content of the message.',
  refused: 'The server refuses the message. Its words say why.',
  greylisted:
    'The server asks to try again later: it does so with everyone it sees for the first time. Test again in five minutes.',
  rate_limited: 'The server says that we send too fast. Wait, then test again.',
  mailbox_full: 'The recipient’s mailbox is full. Test with another address.',
  server_full: 'The server has no room at the moment. Test again later.',
  server_busy: 'The server is busy. Test again in a few minutes.',
  too_many_recipients: 'The server takes no more recipients just now. Test again later.',
  login_unavailable: 'Signing in is not possible at the moment. Test again later.',
  not_now: 'The server cannot take the message now. Test again later.',
  out_of_step: 'The conversation with the server went out of step. Test again.',
  server_not_found: 'There is no server of this name. Check the server name.',
  server_unreachable: 'Nobody answers at this server and port. Check both, and whether a firewall stands between.',
  bad_reply: 'What answers there is no mail server, or a broken one. Check server name and port.',
  connection_lost: 'The server ended the connection. Test again; if it stays, ask its administrator.',
  timeout: 'The server did not answer in time. Test again later.',
  inside_address:
    'The gateway’s address lies on this machine or its network. Use its address on the internet, or set INSIDE_GATEWAYS=yes.',
  partly_refused: 'The gateway took some parts of the message and refused the rest.',
} as const satisfies Record<EmailReason | SmsReason, string>;
