CREATE TABLE overview_change (
  tenant_id text NOT NULL,
  seq       bigint GENERATED ALWAYS AS IDENTITY,
  ticket_id text NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, seq)
);

CREATE TABLE ticket_standing (
  tenant_id text NOT NULL,
  ticket_id text NOT NULL,
  status    text NOT NULL,
  group_id  text,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, ticket_id)
);

CREATE TABLE ticket_fact (
  tenant_id            text NOT NULL,
  ticket_id            text NOT NULL,
  day                  date NOT NULL,
  triage_id            uuid NOT NULL,
  triaged_at           timestamptz NOT NULL,
  opened_at            timestamptz NOT NULL,
  decided_by           text NOT NULL,
  language             text,
  category             text,
  urgency              text,
  confidence           double precision,
  unsure               boolean,
  fallback             boolean,
  flagged              boolean,
  team                 text,
  reasons              text[] NOT NULL DEFAULT '{}',
  first_reply_hours    double precision,
  first_reply_kept     boolean,
  status               text NOT NULL,
  group_id             text,
  is_open              boolean NOT NULL,
  due                  text,
  due_at               timestamptz,
  decided_at           timestamptz,
  judged_by            text,
  sure_category        double precision,
  sure_urgency         double precision,
  sure_sentiment       double precision,
  of_category          text,
  of_language          text,
  of_group             text,
  of_prompt            text,
  suggested_category   text,
  final_category       text,
  suggested_urgency    text,
  final_urgency        text,
  suggested_sentiment  text,
  final_sentiment      text,
  suggested_group      text,
  final_group          text,
  suggested_escalation text,
  final_escalation     text,
  marked_reasons       text[],
  draft_outcome        text,
  saved_fields         integer,
  saved_characters     double precision,
  PRIMARY KEY (tenant_id, ticket_id)
);
CREATE INDEX ticket_fact_open ON ticket_fact (tenant_id, triaged_at) WHERE is_open;
CREATE INDEX ticket_fact_category ON ticket_fact (tenant_id, suggested_category, final_category, decided_at, ticket_id, day) WHERE final_category IS NOT NULL;
CREATE INDEX ticket_fact_urgency ON ticket_fact (tenant_id, suggested_urgency, final_urgency, decided_at, ticket_id, day) WHERE final_urgency IS NOT NULL;
CREATE INDEX ticket_fact_sentiment ON ticket_fact (tenant_id, suggested_sentiment, final_sentiment, decided_at, ticket_id, day) WHERE final_sentiment IS NOT NULL;
CREATE INDEX ticket_fact_group ON ticket_fact (tenant_id, suggested_group, final_group, decided_at, ticket_id, day) WHERE final_group IS NOT NULL;
CREATE INDEX ticket_fact_escalation ON ticket_fact (tenant_id, suggested_escalation, final_escalation, decided_at, ticket_id, day) WHERE final_escalation IS NOT NULL;

CREATE TABLE overview_tally (
  tenant_id text NOT NULL,
  series    text NOT NULL,
  day       date NOT NULL,
  key       text NOT NULL,
  second    text NOT NULL,
  tickets   bigint NOT NULL,
  total     double precision NOT NULL,
  PRIMARY KEY (tenant_id, series, day, key, second)
);

CREATE FUNCTION note_triage() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO overview_change (tenant_id, ticket_id) VALUES (NEW.tenant_id, NEW.ticket_id); RETURN NULL; END $$;
CREATE TRIGGER triage_changed AFTER INSERT OR UPDATE OF status, superseded, body ON triage
  FOR EACH ROW WHEN (NEW.status IN ('done', 'skipped', 'failed')) EXECUTE FUNCTION note_triage();

CREATE FUNCTION note_feedback() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO overview_change (tenant_id, ticket_id) VALUES (NEW.tenant_id, NEW.row->>'ticketId'); RETURN NULL; END $$;
CREATE TRIGGER feedback_given AFTER INSERT ON feedback
  FOR EACH ROW WHEN (NEW.row->>'type' = 'submitted') EXECUTE FUNCTION note_feedback();

INSERT INTO overview_change (tenant_id, ticket_id)
SELECT tenant_id, ticket_id FROM triage GROUP BY 1, 2 ORDER BY 1, min(created_at)
