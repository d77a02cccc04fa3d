CREATE TABLE sla_clock (
  tenant_id text NOT NULL,
  ticket_id text NOT NULL,
  look_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, ticket_id)
);
CREATE INDEX sla_clock_due ON sla_clock (tenant_id, look_at);
