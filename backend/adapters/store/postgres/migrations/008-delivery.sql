CREATE TABLE reconcile_cursor (
  tenant_id text PRIMARY KEY,
  began_at  timestamptz NOT NULL,
  cursor    text
);

CREATE TABLE ticket_seen (
  tenant_id     text NOT NULL,
  ticket_id     text NOT NULL,
  triaged_until timestamptz,
  followed_at   timestamptz,
  flagged_at    timestamptz,
  turn_at       timestamptz,
  at            timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, ticket_id)
);
CREATE INDEX ticket_seen_at ON ticket_seen (tenant_id, at);

CREATE TABLE update_budget (
  tenant_id    text PRIMARY KEY,
  next_at      timestamptz NOT NULL,
  line_at      timestamptz NOT NULL,
  late_at      timestamptz NOT NULL,
  paused_until timestamptz NOT NULL
);

CREATE TABLE asked_details (
  tenant_id text NOT NULL,
  ticket_id text NOT NULL,
  triage_id uuid NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, ticket_id)
);
