-- How fast the store grows is read from the files of the last days only (O-4).
create index file_created on file (created_at);
create index file_erased on file (erased_at);
