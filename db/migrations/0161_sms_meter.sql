-- Owner: channels. The meter is written with every message: before it goes, and once more when it was answered.
-- Room on each page for that second writing, so that no index hears of it.
alter table sms_message set (fillfactor = 60);
-- Accounts are archived, never deleted; looking each one up again for every message cost more than its row.
alter table sms_message drop constraint sms_message_account_id_fkey;
-- Usage is counted over months of rows that lie in the order of their time.
drop index sms_message_at;
create index sms_message_at on sms_message using brin (at) with (autosummarize = on);
