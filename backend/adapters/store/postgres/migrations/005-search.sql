CREATE TABLE knowledge_search (
  tenant_id text NOT NULL,
  item_id   text NOT NULL,
  lot       real NOT NULL,
  terms     text NOT NULL,
  finding   smallint NOT NULL,
  PRIMARY KEY (tenant_id, item_id),
  FOREIGN KEY (tenant_id, item_id) REFERENCES knowledge_item (tenant_id, id) ON DELETE CASCADE
) WITH (toast_tuple_target = 8160);
ALTER TABLE knowledge_search ALTER COLUMN terms SET STORAGE EXTERNAL;
CREATE INDEX knowledge_search_lot ON knowledge_search (tenant_id, lot);

-- The cost is not what it takes but what it is to be taken for: no plan may read through the table.
CREATE FUNCTION finding_terms(terms text, finding smallint) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE COST 100000 AS $$ BEGIN RETURN (string_to_array(terms, ' '))[1:finding]; END $$;
CREATE INDEX knowledge_search_finding ON knowledge_search USING gin (finding_terms(terms, finding))
  WITH (gin_pending_list_limit = 512)
