CREATE TABLE write_log (
  tenant_id        text NOT NULL,
  ticket_id        text NOT NULL,
  triage_id        uuid NOT NULL,
  seq              bigint GENERATED ALWAYS AS IDENTITY,
  marker           text NOT NULL,
  at               timestamptz NOT NULL DEFAULT now(),
  engine           text,
  model            text,
  prompt_version   text,
  taxonomy_version text,
  rules_version    integer,
  changes          jsonb NOT NULL,
  undo_id          uuid,
  undone_at        timestamptz,
  PRIMARY KEY (tenant_id, ticket_id, triage_id)
);
CREATE INDEX write_log_at ON write_log (tenant_id, at);
CREATE INDEX write_log_undo ON write_log (tenant_id, undo_id) WHERE undo_id IS NOT NULL;

INSERT INTO write_log (tenant_id, ticket_id, triage_id, marker, at, engine, model, prompt_version, taxonomy_version, rules_version, changes)
SELECT written.tenant_id, written.ticket_id, written.triage_id, written.marker, written.written_at,
  triage.body->'classification'->>'decidedBy', triage.body->'classification'->>'model', triage.decision->>'promptVersion',
  triage.decision->>'taxonomyVersion', (triage.body->'routing'->>'version')::integer,
  coalesce((SELECT jsonb_agg(jsonb_build_object('field', field, 'from', null, 'to', value)) FROM jsonb_each(written.values) AS held (field, value)), '[]')
FROM write_back AS written JOIN triage ON triage.tenant_id = written.tenant_id AND triage.id = written.triage_id;
DROP TABLE write_back;

CREATE TABLE undo (
  tenant_id    text NOT NULL,
  id           uuid NOT NULL,
  filter       jsonb NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT now(),
  done_at      timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX undo_open ON undo (tenant_id) WHERE done_at IS NULL;

CREATE TABLE undo_ticket (
  tenant_id text NOT NULL,
  undo_id   uuid NOT NULL,
  ticket_id text NOT NULL,
  tries     integer NOT NULL DEFAULT 0,
  outcome   text,
  code      text,
  restored  text[] NOT NULL DEFAULT '{}',
  kept      text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, undo_id, ticket_id)
);
CREATE INDEX undo_ticket_waiting ON undo_ticket (tenant_id, undo_id, tries, ticket_id) WHERE outcome IS NULL
