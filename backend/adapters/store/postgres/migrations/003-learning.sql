ALTER TABLE triage ADD COLUMN reading jsonb;
ALTER TABLE triage ADD COLUMN decision jsonb;
ALTER TABLE triage ADD COLUMN degraded boolean NOT NULL DEFAULT false;
ALTER TABLE triage ADD COLUMN settled boolean NOT NULL DEFAULT false;
ALTER TABLE triage ADD COLUMN micro_usd bigint NOT NULL DEFAULT 0;
CREATE INDEX triage_degraded ON triage (tenant_id, created_at) WHERE degraded AND NOT settled AND NOT superseded;

CREATE TABLE model_usage (
  tenant_id         text NOT NULL,
  day               date NOT NULL,
  model             text NOT NULL,
  purpose           text NOT NULL,
  calls             bigint NOT NULL DEFAULT 0,
  prompt_tokens     bigint NOT NULL DEFAULT 0,
  cached_tokens     bigint NOT NULL DEFAULT 0,
  completion_tokens bigint NOT NULL DEFAULT 0,
  micro_usd         bigint NOT NULL DEFAULT 0,
  unpriced_calls    bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, day, model, purpose)
);

CREATE TABLE vote (
  seq       bigint GENERATED ALWAYS AS IDENTITY,
  tenant_id text NOT NULL,
  ticket_id text NOT NULL,
  agent_id  text NOT NULL,
  field     text NOT NULL,
  engine    text NOT NULL,
  model     text NOT NULL,
  replayed  boolean NOT NULL DEFAULT false,
  triage_id uuid,
  language  text NOT NULL,
  raw       double precision NOT NULL,
  is_right  boolean NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, ticket_id, agent_id, field, engine, model, replayed)
);
CREATE INDEX vote_newest ON vote (tenant_id, seq DESC);

CREATE TABLE learned_ticket (
  seq       bigint GENERATED ALWAYS AS IDENTITY,
  tenant_id text NOT NULL,
  ticket_id text NOT NULL,
  corrected boolean NOT NULL,
  ticket    jsonb NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, ticket_id)
);
CREATE INDEX learned_ticket_newest ON learned_ticket (tenant_id, seq DESC);

CREATE TABLE learned (
  tenant_id      text PRIMARY KEY,
  body           jsonb NOT NULL,
  training       uuid,
  training_since timestamptz,
  at             timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE tenant_model (
  tenant_id text PRIMARY KEY,
  version   text NOT NULL,
  bytes     bytea NOT NULL,
  seen      text[] NOT NULL,
  at        timestamptz NOT NULL DEFAULT now()
);
