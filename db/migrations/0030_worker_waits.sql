-- What a worker waits for: a full disk that somebody must make room on.
alter table worker add column waits_for text check (waits_for in ('database_full', 'folder_full'));
