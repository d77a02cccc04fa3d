CREATE TABLE assignment (
  tenant_id text NOT NULL,
  ticket_id text NOT NULL,
  agent_id  text NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, ticket_id)
);
CREATE INDEX assignment_newest ON assignment (tenant_id, at);

CREATE TABLE agent_turn (
  tenant_id text NOT NULL,
  agent_id  text NOT NULL,
  turn      bigint NOT NULL,
  PRIMARY KEY (tenant_id, agent_id)
);
