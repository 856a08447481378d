CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_text_id IF NOT EXISTS FOR (n:SourceText) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT passage_id IF NOT EXISTS FOR (n:Passage) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT store_id IF NOT EXISTS FOR (n:Store) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT load_id IF NOT EXISTS FOR (n:Load) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT act_id IF NOT EXISTS FOR (n:Act) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT act_number IF NOT EXISTS FOR (n:Act) REQUIRE n.n IS UNIQUE;
CREATE CONSTRAINT remark_id IF NOT EXISTS FOR (n:Remark) REQUIRE n.id IS UNIQUE;
CREATE INDEX verdict_a IF NOT EXISTS FOR (n:Verdict) ON (n.a, n.b);
CREATE INDEX verdict_b IF NOT EXISTS FOR (n:Verdict) ON (n.b);
CREATE INDEX note_about IF NOT EXISTS FOR (n:Note) ON (n.a);
CREATE INDEX names_computed IF NOT EXISTS FOR ()-[n:NAMES]-() ON (n.computed);
CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE;
CREATE INDEX document_hash IF NOT EXISTS FOR (n:Document) ON (n.hash);
CREATE INDEX document_path IF NOT EXISTS FOR (n:Document) ON (n.path);
CREATE INDEX entity_mentions IF NOT EXISTS FOR (n:Entity) ON (n.mentions);
CREATE INDEX names_source IF NOT EXISTS FOR ()-[n:NAMES]-() ON (n.source);
CREATE INDEX names_computed IF NOT EXISTS FOR ()-[n:NAMES]-() ON (n.computed);
CREATE INDEX struck_source IF NOT EXISTS FOR ()-[n:STRUCK]-() ON (n.source);
CREATE INDEX struck_computed IF NOT EXISTS FOR ()-[n:STRUCK]-() ON (n.computed);
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX passage_text IF NOT EXISTS FOR (n:Passage) ON EACH [n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
