CREATE TABLE connection (
  tenant_id       text PRIMARY KEY,
  state           text NOT NULL DEFAULT 'new',
  installation_id text,
  connected_by    jsonb,
  connected_at    timestamptz,
  tokens          bytea,
  access_hash     bytea,
  refresh_until   timestamptz,
  webhook         bytea,
  sidebar_secrets bytea,
  group_of        jsonb NOT NULL DEFAULT '{}',
  revision        integer NOT NULL DEFAULT 1
);

CREATE TABLE authorization_request (
  tenant_id  text NOT NULL,
  state_hash bytea NOT NULL,
  sealed     bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, state_hash)
);
CREATE UNIQUE INDEX authorization_request_state ON authorization_request (state_hash);

CREATE TABLE tenant_settings (
  tenant_id text NOT NULL,
  version   integer NOT NULL,
  body      json NOT NULL,
  hash      text NOT NULL,
  saved_by  text NOT NULL,
  note      text,
  saved_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, version)
);

CREATE TABLE audit_entry (
  tenant_id     text NOT NULL,
  seq           integer NOT NULL,
  at            timestamptz NOT NULL,
  actor         jsonb NOT NULL,
  action        text NOT NULL,
  details       jsonb NOT NULL,
  previous_hash text NOT NULL,
  hash          text NOT NULL,
  PRIMARY KEY (tenant_id, seq)
);

CREATE TABLE audit_head (
  tenant_id text PRIMARY KEY,
  seq       integer NOT NULL DEFAULT 0,
  hash      text NOT NULL DEFAULT ''
)
