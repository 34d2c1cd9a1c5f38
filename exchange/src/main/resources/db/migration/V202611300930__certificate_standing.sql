-- What it takes to ask about a certificate that nobody presents now, and what was answered (D-2).
alter table certificate
  add column encoded    varbinary(16000) null comment 'DER',
  add column revoked_at datetime(3)      null comment 'when it was learnt that it is revoked';
