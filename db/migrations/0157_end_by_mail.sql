-- Owner: access. Whether a user wants the end of his distributions by mail, too; and which notices were mailed: once each.
alter table app_user add column mail_when_finished boolean not null default true;
alter table notice add column mailed_at timestamptz;
-- Owner: delivery. Who pressed Go, or moved the start last; null: before this was kept.
alter table run add column launched_by uuid;
