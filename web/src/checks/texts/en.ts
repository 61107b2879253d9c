export const en = {
  check_alignment: 'Sender’s domain',
  check_spf: 'SPF',
  check_dkim: 'DKIM',
  check_dmarc: 'DMARC',
  aligned: 'Sender and bounces belong to the same domain.',
  bounces_elsewhere:
    'Bounces go to another domain, so SPF does not speak for the sender. Sign with DKIM, or use a bounce address of the sender’s domain.',
  from_mailbox_provider:
    'The sender’s address is at a mailbox provider, who refuses such mail from other servers. Use a domain of your own.',
  spf_found: 'The domain says which servers send for it.',
  no_spf: 'The domain does not say which servers send for it. Publish an SPF record that names yours.',
  several_spf: 'There are several SPF records, so none counts. Keep one.',
  spf_allows_all: 'The SPF record lets everybody send. End it with -all or ~all.',
  dkim_signs: 'Messages are signed, and the key is published.',
  dkim_by_provider: 'Your provider is to sign for the sender’s domain; that cannot be seen from here.',
  no_dkim: 'Messages are not signed. Make a key and switch signing on.',
  dkim_not_found: 'Messages are signed, but the DNS does not show the key. Publish it, or switch signing off.',
  dmarc_found: 'The domain says what to do with mail that is not from it.',
  no_dmarc: 'There is no DMARC record. Large mailboxes ask for one; v=DMARC1; p=none is a beginning.',
  dns_silent: 'The DNS did not answer. Look again later.',
} as const;
