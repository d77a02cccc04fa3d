ALTER TABLE knowledge_item ADD COLUMN kind text NOT NULL DEFAULT 'ticket';
ALTER TABLE knowledge_item ADD COLUMN ticket_id text;
ALTER TABLE knowledge_item ADD COLUMN category text;
ALTER TABLE knowledge_item ADD COLUMN language text NOT NULL DEFAULT '';
ALTER TABLE knowledge_item ADD COLUMN satisfaction text;
ALTER TABLE knowledge_item ADD COLUMN standing text NOT NULL DEFAULT 'current';
ALTER TABLE knowledge_item ADD COLUMN copies integer NOT NULL DEFAULT 1;
ALTER TABLE knowledge_item ADD COLUMN gold boolean NOT NULL DEFAULT false;
ALTER TABLE knowledge_item ADD COLUMN approved boolean;
ALTER TABLE knowledge_item ADD COLUMN question_key text NOT NULL DEFAULT '';
ALTER TABLE knowledge_item ADD COLUMN answer_key text NOT NULL DEFAULT '';
ALTER TABLE knowledge_item ADD COLUMN like_1 integer;
ALTER TABLE knowledge_item ADD COLUMN like_2 integer;
ALTER TABLE knowledge_item ADD COLUMN like_3 integer;
ALTER TABLE knowledge_item ADD COLUMN like_4 integer;
ALTER TABLE knowledge_item ADD COLUMN resolved_at timestamptz;
ALTER TABLE knowledge_item ADD COLUMN last_resolved_at timestamptz;
ALTER TABLE knowledge_item ADD COLUMN people text[] NOT NULL DEFAULT '{}';
ALTER TABLE knowledge_item ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE knowledge_item DROP COLUMN embedded_by;
ALTER TABLE knowledge_item DROP COLUMN embedded_hash;
UPDATE knowledge_item SET
  item = '{"resolution": null, "urgency": null, "sentiment": null}'::jsonb || item,
  kind = item->>'kind', ticket_id = item->>'ticketId', category = item->>'category', language = item->>'language',
  satisfaction = item->>'satisfaction', gold = COALESCE((item->>'gold')::boolean, false),
  resolved_at = CASE WHEN item->>'resolvedAt' ~ '^\d{4}-[01]\d-[0-3]\dT' THEN (item->>'resolvedAt')::timestamptz END;
UPDATE knowledge_item SET last_resolved_at = resolved_at;
DELETE FROM import_cursor;
CREATE INDEX knowledge_question ON knowledge_item (tenant_id, question_key) WHERE question_key <> '';
CREATE INDEX knowledge_like_1 ON knowledge_item (tenant_id, like_1) WHERE like_1 IS NOT NULL;
CREATE INDEX knowledge_like_2 ON knowledge_item (tenant_id, like_2) WHERE like_2 IS NOT NULL;
CREATE INDEX knowledge_like_3 ON knowledge_item (tenant_id, like_3) WHERE like_3 IS NOT NULL;
CREATE INDEX knowledge_like_4 ON knowledge_item (tenant_id, like_4) WHERE like_4 IS NOT NULL;
CREATE INDEX knowledge_people ON knowledge_item USING gin (people);
CREATE INDEX knowledge_resolved ON knowledge_item (tenant_id, resolved_at);
CREATE INDEX knowledge_articles ON knowledge_item (tenant_id) WHERE kind = 'article';

CREATE TABLE knowledge_copy (
  tenant_id   text NOT NULL,
  id          text NOT NULL,
  copy_of     text NOT NULL,
  item        jsonb NOT NULL,
  approved    boolean,
  resolved_at timestamptz,
  people      text[] NOT NULL DEFAULT '{}',
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX knowledge_copy_of ON knowledge_copy (tenant_id, copy_of);
CREATE INDEX knowledge_copy_people ON knowledge_copy USING gin (people);
CREATE INDEX knowledge_copy_resolved ON knowledge_copy (tenant_id, resolved_at);

CREATE TABLE knowledge_embedding (
  tenant_id    text NOT NULL,
  embedder_id  text NOT NULL,
  item_id      text NOT NULL,
  content_hash text NOT NULL,
  PRIMARY KEY (tenant_id, embedder_id, item_id)
);

CREATE TABLE knowledge_serving (
  tenant_id   text PRIMARY KEY,
  embedder_id text NOT NULL,
  since       timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE import_run (
  id         uuid PRIMARY KEY,
  tenant_id  text NOT NULL,
  body       jsonb NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX import_run_newest ON import_run (tenant_id, started_at DESC);

CREATE TABLE import_upload (
  tenant_id text NOT NULL,
  run_id    uuid NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
  part      integer NOT NULL,
  sealed    bytea NOT NULL,
  PRIMARY KEY (tenant_id, run_id, part)
);

ALTER TABLE triage ADD COLUMN people text[] NOT NULL DEFAULT '{}';
CREATE INDEX triage_people ON triage USING gin (people);
ALTER TABLE triage ADD COLUMN source_ids text[] NOT NULL DEFAULT '{}';
UPDATE triage SET source_ids = ARRAY(SELECT jsonb_path_query(body, '$.sources[*].id') #>> '{}')
WHERE jsonb_typeof(body->'sources') = 'array';
CREATE INDEX triage_sources ON triage USING gin (source_ids);
CREATE INDEX triage_created ON triage (tenant_id, created_at);

ALTER TABLE feedback DROP CONSTRAINT feedback_triage_id_fkey;
ALTER TABLE feedback ADD COLUMN people text[] NOT NULL DEFAULT '{}';
CREATE INDEX feedback_people ON feedback USING gin (people);
CREATE INDEX feedback_at ON feedback (tenant_id, at);

ALTER TABLE learned_ticket ADD COLUMN people text[] NOT NULL DEFAULT '{}';
CREATE INDEX learned_ticket_people ON learned_ticket USING gin (people);

CREATE TABLE erasure (
  id           uuid PRIMARY KEY,
  tenant_id    text NOT NULL,
  subject      text NOT NULL,
  fingerprint  text NOT NULL,
  sealed       bytea,
  erased       jsonb,
  requested_at timestamptz NOT NULL DEFAULT now(),
  done_at      timestamptz
);
CREATE INDEX erasure_newest ON erasure (tenant_id, requested_at DESC);

CREATE TABLE tombstone (
  tenant_id   text NOT NULL,
  fingerprint text NOT NULL,
  at          timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, fingerprint)
)
