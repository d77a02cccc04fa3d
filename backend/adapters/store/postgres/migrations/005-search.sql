CREATE TABLE knowledge_search (
  tenant_id text NOT NULL,
  item_id   text NOT NULL,
  lot       real NOT NULL,
  found_by  text NOT NULL,
  judged_by text NOT NULL,
  PRIMARY KEY (tenant_id, item_id),
  FOREIGN KEY (tenant_id, item_id) REFERENCES knowledge_item (tenant_id, id) ON DELETE CASCADE
) WITH (toast_tuple_target = 8160);
ALTER TABLE knowledge_search ALTER COLUMN found_by SET STORAGE EXTERNAL;
ALTER TABLE knowledge_search ALTER COLUMN judged_by SET STORAGE EXTERNAL;
CREATE INDEX knowledge_search_lot ON knowledge_search (tenant_id, lot);
CREATE INDEX knowledge_search_found_by ON knowledge_search USING gin (string_to_array(found_by, ' '))
  WITH (gin_pending_list_limit = 512);

CREATE FUNCTION find_knowledge(tenant text, terms text[], most integer) RETURNS text
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT string_agg(found_by || ' ' || judged_by || E'\t' || translate(item_id, E'\t\n', '  '), E'\n') FROM (
    SELECT s.item_id, s.found_by, s.judged_by FROM knowledge_search s
    WHERE string_to_array(s.found_by, ' ') && terms AND s.tenant_id || '' = tenant
    LIMIT most
  ) AS found
$$
