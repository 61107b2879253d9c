-- Owner: channels. The keys that an account's messages are signed with.

alter table sending_account add column bounce_address text;

create table dkim_key (
  id uuid primary key,
  sending_account_id uuid not null references sending_account (id),
  algorithm text not null check (algorithm in ('rsa', 'ed25519')),
  -- the domain of the From address when it was made: it signs for no other
  domain text not null,
  selector text not null,
  -- as it stands in the DNS record
  public_key text not null,
  -- sealed with the installation's key, never leaves the server
  private_sealed text not null,
  signing boolean not null default false,
  created_at timestamptz not null default now(),
  unique (sending_account_id, algorithm)
);
