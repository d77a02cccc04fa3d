CREATE TABLE inbox (
  tenant_id   text NOT NULL,
  event_key   text NOT NULL,
  ticket_id   text NOT NULL,
  type        text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, event_key)
);
CREATE INDEX inbox_received ON inbox (received_at);

CREATE TABLE triage (
  id           uuid PRIMARY KEY,
  tenant_id    text NOT NULL,
  ticket_id    text NOT NULL,
  content_hash text NOT NULL,
  superseded   boolean NOT NULL DEFAULT false,
  status       text NOT NULL,
  body         jsonb NOT NULL,
  vault        bytea NOT NULL,
  model_calls  integer NOT NULL DEFAULT 0,
  lease_until  timestamptz NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX triage_current ON triage (tenant_id, ticket_id, content_hash) WHERE NOT superseded;
CREATE INDEX triage_ticket ON triage (tenant_id, ticket_id, created_at DESC);

CREATE TABLE write_back (
  tenant_id  text NOT NULL,
  ticket_id  text NOT NULL,
  marker     text NOT NULL,
  triage_id  uuid NOT NULL,
  values     jsonb NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, ticket_id)
);

CREATE TABLE feedback (
  seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id        uuid NOT NULL,
  tenant_id text NOT NULL,
  triage_id uuid NOT NULL REFERENCES triage (id),
  row       jsonb NOT NULL,
  at        timestamptz NOT NULL,
  UNIQUE (tenant_id, id)
);
CREATE INDEX feedback_triage ON feedback (triage_id);

CREATE TABLE knowledge_item (
  tenant_id     text NOT NULL,
  id            text NOT NULL,
  content_hash  text NOT NULL,
  item          jsonb NOT NULL,
  embedded_by   text,
  embedded_hash text,
  updated_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX knowledge_unembedded ON knowledge_item (tenant_id, embedded_by, id);

CREATE TABLE import_cursor (
  tenant_id text NOT NULL,
  source    text NOT NULL,
  cursor    text NOT NULL,
  PRIMARY KEY (tenant_id, source)
);
