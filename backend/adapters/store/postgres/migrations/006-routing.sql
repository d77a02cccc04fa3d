CREATE TABLE routing_rules (
  tenant_id text NOT NULL,
  version   integer NOT NULL,
  body      jsonb NOT NULL,
  hash      text NOT NULL,
  saved_by  text NOT NULL,
  note      text,
  saved_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, version)
)
