"""The guarded console: what a reader may ask in Cypher, and what is refused, each with its reason, on a real server."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graph.answer import Table
from graph.bolt import Address, AsyncBolt, Bolt
from graph.console import MAX_CHARACTERS, _Room, _row, ask
from graph.errors import InputError, QueryRefusedError, QueryTimedOutError
from graph.refusal import told
from graph.schema import prepare

Console = Callable[..., Table]


@pytest.fixture(scope="module")
def console(bolt: Bolt, address: Address) -> Iterator[Console]:
    """Ask a store that holds three linked entities and a passage, as a reader."""
    prepare(bolt)
    bolt.run(
        "CREATE (c:Entity:Cartel {id: 'c', name: 'Gulf Cartel', aliases: ['CDG'], mentions: 3, kind: 'cartel'}) "
        "CREATE (a:Entity:Agency {id: 'a', name: 'DEA', aliases: [], mentions: 5, kind: 'agency'}) "
        "CREATE (o:Entity:Official {id: 'o', name: 'Pascual', aliases: [], mentions: 1, kind: 'official'}) "
        "CREATE (c)-[:CO_MENTIONED {passages: 2}]->(a), (a)-[:CO_MENTIONED {passages: 1}]->(o) "
        "CREATE (:Document {id: 'd'})-[:HAS]->(:Passage {id: 'd/0', text: 'The DEA will CREATE a list'})"
    )
    bolt.run("CALL db.awaitIndexes(60)")
    bolt.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    with asyncio.Runner() as runner:
        connection = AsyncBolt(address)
        yield lambda query, parameters=None, **limits: runner.run(ask(connection, query, parameters, **limits))
        runner.run(connection.close())


PASSWD = "LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r"
WRITES = [
    "CREATE (n:X)",
    "create (n)",
    "CREATE\u00a0(n)",
    "CREATE/**/(n)",
    "/* RETURN 1 */ CREATE (n)",
    "// RETURN 1\nCREATE (n)",
    "`CREATE` (n)",
    "\\u0043REATE (n)",
    "CYPHER 25 CREATE (n)",
    "CYPHER 25 INSERT (n)",
    "CYPHER runtime=slotted CREATE (n)",
    "EXPLAIN CREATE (n)",
    "PROFILE CREATE (n)",
    "/**/ PROFILE /**/ MERGE (n:X)",
    "CYPHER 25 PROFILE CREATE (n)",
    "MERGE (n:X {id: 1})",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) SET n:X",
    "MATCH (n) SET n += {a: 1}",
    "MATCH (n) REMOVE n.name",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n RETURN 1",
    "MATCH (n) FOREACH (x IN [1] | CREATE (m))",
    "CALL () { CREATE (n) } RETURN 1",
    "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10 ROWS",
    "UNWIND [1] AS x CALL (x) { MATCH (n) RETURN n } IN TRANSACTIONS RETURN n",
    "UNWIND [1] AS x CALL (x) { MATCH (n) RETURN n } IN 2 CONCURRENT TRANSACTIONS RETURN n",
    "RETURN 1 UNION CREATE (n) RETURN 1",
    "CYPHER 25 RETURN 1 AS x NEXT CREATE (n)",
    "USING PERIODIC COMMIT 10 LOAD CSV FROM 'file:///x' AS r CREATE (n)",
    "CREATE INDEX FOR (n:X) ON (n.y)",
    "CREATE VECTOR INDEX FOR (n:X) ON n.v",
    "CREATE FULLTEXT INDEX FOR (n:X) ON EACH [n.y]",
    "CREATE CONSTRAINT FOR (n:X) REQUIRE n.y IS UNIQUE",
    "DROP INDEX entity_names",
    "DROP CONSTRAINT entity_id IF EXISTS",
]
FILES = [
    PASSWD,
    "load csv from 'file:///etc/passwd' as r return r",
    "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:1/x' AS r RETURN r",
    "LOAD CSV FROM $u AS r RETURN r",
    "CYPHER 25 " + PASSWD,
    "PROFILE " + PASSWD,
    "EXPLAIN " + PASSWD,
    "LOAD/* */CSV FROM 'file:///etc/passwd' AS r RETURN r",
    "LOAD\n//\nCSV FROM 'file:///etc/passwd' AS r RETURN r",
    "LOAD\x1cCSV FROM 'file:///etc/passwd' AS r RETURN r",
    "LOAD\u2028CSV FROM 'file:///etc/passwd' AS r RETURN r",
    "L\\u004fAD CSV FROM 'file:///etc/passwd' AS r RETURN r",
    "ＬＯＡＤ CSV FROM 'file:///etc/passwd' AS r RETURN r",
    "// \\u000a LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r",
    "RETURN 'a\\u0027 AS r UNION LOAD CSV FROM \\u0027file:///etc/passwd' AS r RETURN r",
    "CALL { " + PASSWD + " LIMIT 1 } RETURN r",
    "MATCH (n) WHERE EXISTS { " + PASSWD + " } RETURN n",
    "RETURN COUNT { " + PASSWD + " }",
    "RETURN 1 AS r UNION " + PASSWD,
    "WITH 'LOAD' AS x " + PASSWD,
    "WITH '//' AS x " + PASSWD,
    "WITH '/*' AS x LOAD CSV FROM 'file:///etc/passwd' AS r RETURN '*/'",
    "WITH `//`.a AS x " + PASSWD,
]
NESTED = [
    "RETURN [x IN [1] | COLLECT { " + PASSWD + " }]",
    "RETURN [x IN [1] WHERE EXISTS { " + PASSWD + " } | x]",
    "RETURN any(x IN [1] WHERE EXISTS { " + PASSWD + " })",
    "RETURN reduce(a = 0, x IN [1] | a + COUNT { " + PASSWD + " })",
    "RETURN CASE WHEN true THEN COLLECT { " + PASSWD + " } END",
    "CALL db.index.fulltext.queryNodes('entity_names', COLLECT { " + PASSWD + "[0] }[0]) YIELD node RETURN node",
    "MATCH p = shortestPath((a)-[*..3]-(b)) WHERE all(x IN nodes(p) WHERE EXISTS { " + PASSWD + " }) RETURN p",
    "RETURN [x IN [1] | COLLECT { CALL dbms.listConfig() YIELD name RETURN name }]",
    "RETURN [x IN [1] | COLLECT { CALL db.stats.retrieve('QUERIES') YIELD data RETURN data }]",
    "CYPHER 25 RETURN [x IN [1] | COLLECT { SHOW SETTINGS YIELD name RETURN name }]",
    "CYPHER 25 RETURN [x IN [1] | COLLECT { SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery }]",
    "CYPHER 25 RETURN [x IN [1] | COLLECT { TERMINATE TRANSACTIONS 'neo4j-transaction-1' YIELD message AS m RETURN m}]",
    "RETURN [x IN [1] | COLLECT { CALL `db` . /* */ `prepareForReplanning`() RETURN 1 }]",
]
ADMINISTRATION = [
    "SHOW USERS",
    "SHOW CURRENT USER",
    "SHOW DATABASES",
    "SHOW DEFAULT DATABASE",
    "SHOW ROLES",
    "SHOW PRIVILEGES",
    "SHOW SERVERS",
    "SHOW ALIASES FOR DATABASE",
    "SHOW SETTINGS",
    "show settings yield name, value return *",
    "SHOW\u2003SETTINGS",
    "SHOW SETTING 'server.bolt.listen_address'",
    "SHOW TRANSACTIONS",
    "CYPHER 25 SHOW INDEXES YIELD name AS n SHOW SETTINGS YIELD name RETURN *",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "USE system SHOW USERS",
    "USE system RETURN 1",
    "USE `system` MATCH (n) RETURN n",
    "CALL { USE system RETURN 1 AS x } RETURN x",
    "USE graph.byName('system') RETURN 1",
    ":use system",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "ALTER USER neo4j SET PASSWORD 'abcdefgh'",
    "CREATE USER x SET PASSWORD 'abcdefgh'",
    "DROP USER neo4j",
    "GRANT ROLE admin TO neo4j",
    "CREATE DATABASE x",
    "DROP DATABASE neo4j",
    "STOP DATABASE neo4j",
    "ENABLE SERVER 'x'",
]
PROCEDURES = [
    "CALL dbms.listConfig()",
    "CALL dbms.listConfig",
    "CALL `dbms`.`listConfig`()",
    "CALL dbms . /* */ listConfig ( )",
    "CALL DBMS.LISTCONFIG()",
    "CALL dbms.components() YIELD name RETURN name",
    "CALL dbms.listConnections()",
    "CALL dbms.killConnection('x')",
    "CALL dbms.queryJmx('*:*')",
    "CALL dbms.info()",
    "CALL dbms.showCurrentUser()",
    "CALL db.clearQueryCaches()",
    "CALL db.createLabel('X')",
    "CALL db.createProperty('x')",
    "CALL db.stats.retrieve('QUERIES')",
    "CALL db.stats.collect('QUERIES')",
    "CALL db.prepareForReplanning()",
    "CALL db.resampleOutdatedIndexes()",
    "CALL db.awaitIndexes(100)",
    "CALL tx.setMetaData({a: 1})",
    "CALL db.labels() YIELD label CALL dbms.listConfig() YIELD name RETURN label, name",
    "RETURN EXISTS { CALL dbms.listConfig() YIELD name RETURN name }",
    "CALL apoc.load.json('http://127.0.0.1:1/')",
    "CALL apoc.cypher.runMany('CREATE (n)', {})",
    "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DELETE n', {})",
    "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n)', {})",
    "RETURN apoc . /* */ `cypher` . runFirstColumnSingle('CREATE (n)', {})",
    "CALL gds.graph.drop('x')",
]
OTHER = [
    "RETURN 1; CREATE (n)",
    "RETURN 1; RETURN 2",
    "MATCH (n) RETURN n;\nMATCH (n) DETACH DELETE n;",
    "$q",
    "CALL $q",
    "RETURN 1 AS x $q",
    "EXECUTE $q",
    "",
    "   ",
    ";",
    "// only a comment",
    "MATCH (n RETURN n",
    "RETURN nobody",
    "PROFILE EXPLAIN RETURN 1 CREATE (n)",
    "EXPLAIN PROFILE CREATE (n)",
    "CYPHER 25 CREATE (n) RETURN n",
    "CYPHER 99 RETURN 1",
    "BEGIN",
    "COMMIT",
    "CALL",
    "RETURN 1 UNION ALL",
    '{"query": "RETURN 1"}',
    "SELECT * FROM users",
    "RETURN 1 //" + "x" * MAX_CHARACTERS,
]
ATTEMPTS = WRITES + FILES + NESTED + ADMINISTRATION + PROCEDURES + OTHER


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_whatever_does_more_than_read_is_refused_with_a_reason(console: Console, bolt: Bolt, attempt: str) -> None:
    before = bolt.read("MATCH (n) RETURN count(n) AS n, sum(size(keys(n))) AS k")
    with pytest.raises(QueryRefusedError) as refusal:
        console(attempt, {"q": "CREATE (n)", "u": "file:///etc/passwd"}, seconds=5)
    assert len(str(refusal.value)) > 20
    assert not isinstance(refusal.value, QueryTimedOutError)
    assert bolt.read("MATCH (n) RETURN count(n) AS n, sum(size(keys(n))) AS k") == before


@pytest.mark.parametrize("attempt", FILES + NESTED)
def test_the_reason_is_the_guards_own_where_the_server_would_have_run_it(console: Console, attempt: str) -> None:
    with pytest.raises(QueryRefusedError) as refusal:
        console(attempt, {"u": "file:///etc/passwd"})
    assert str(refusal.value).startswith("Refused: ") or "Invalid input" in str(refusal.value)


HONEST: list[tuple[str, list[list[Any]] | None]] = [
    ("RETURN 1 AS x", [[1]]),
    ("return 1;", [[1]]),
    ("RETURN 1 /* CREATE (n) */ ; // LOAD CSV", [[1]]),
    ("// first\nMATCH (n:Entity) /* all */ RETURN count(n)", [[3]]),
    ("CYPHER 25 RETURN 1", [[1]]),
    ("CYPHER 5 RETURN 1", [[1]]),
    ("CYPHER 25 runtime=slotted RETURN 1", [[1]]),
    ("CYPHER 25 LET x = 1 FILTER x > 0 RETURN x", [[1]]),
    ("RETURN 'CREATE (n) LOAD CSV; SHOW USERS' AS s", [["CREATE (n) LOAD CSV; SHOW USERS"]]),
    ('RETURN "it\'s // no comment" AS s', [["it's // no comment"]]),
    ("RETURN 'caf\\u00e9' AS s", [["café"]]),
    ("MATCH (p:Passage) WHERE p.text CONTAINS 'CREATE' RETURN p.id", [["d/0"]]),
    ("MATCH (c:Cartel)-[r:CO_MENTIONED]-(a:Agency) RETURN c.name, a.name, r.passages ORDER BY r.passages DESC LIMIT 10",
     [["Gulf Cartel", "DEA", 2]]),
    ("MATCH (n:Entity {id: $id}) RETURN n.name", [["DEA"]]),
    ("MATCH (n:$($label)) RETURN n.name", [["DEA"]]),
    ("MATCH (e:Entity) WHERE NOT (e)--(:Cartel) RETURN e.id ORDER BY e.id", [["c"], ["o"]]),
    ("MATCH (e:Entity) WHERE EXISTS { (e)-[:CO_MENTIONED]-(:Cartel) } RETURN e.id", [["a"]]),
    ("MATCH (e:Entity) RETURN e.id, COUNT { (e)--() } AS n ORDER BY e.id", [["a", 2], ["c", 1], ["o", 1]]),
    ("MATCH (e:Agency) RETURN COLLECT { MATCH (e)--(o) RETURN o.id ORDER BY o.id } AS ids", [[["c", "o"]]]),
    ("RETURN [x IN [1, 2] WHERE EXISTS { (:Cartel) } | x] AS xs", [[[1, 2]]]),
    ("MATCH (c:Cartel)-[:CO_MENTIONED]-{1,3}(o:Official) RETURN c.id, o.id", [["c", "o"]]),
    ("MATCH (a:Cartel)((x)--(y) WHERE x.id <> y.id){2}(b) RETURN b.id", [["o"]]),
    ("MATCH p = ANY SHORTEST (a:Cartel)--+(b:Official) RETURN length(p)", [[2]]),
    ("MATCH p = shortestPath((a:Cartel)-[*..5]-(b:Official)) RETURN [n IN nodes(p) | n.id]", [[["c", "a", "o"]]]),
    ("MATCH (a:Cartel)-[*1..2]-(b) RETURN count(b)", [[2]]),
    ("MATCH (c:Cartel) RETURN [(c)--(x) | x.id] AS ids", [[["a"]]]),
    ("MATCH (e:Cartel) RETURN e.id AS id UNION MATCH (e:Agency) RETURN e.id AS id", [["c"], ["a"]]),
    ("MATCH (e:Cartel) CALL (e) { MATCH (e)--(o) RETURN count(o) AS n } RETURN n", [[1]]),
    ("UNWIND [3, 1, 2] AS x WITH x ORDER BY x SKIP 1 LIMIT 1 RETURN x", [[2]]),
    ("MATCH (e:Entity) OPTIONAL MATCH (e)-[:HOLDS]->(x) RETURN DISTINCT x", [[None]]),
    ("CALL db.labels() YIELD label WHERE label = 'Cartel' RETURN label", [["Cartel"]]),
    ("CALL db.labels", None),
    ("CALL `db`.`labels`()", None),
    ("CALL db.relationshipTypes()", None),
    ("CALL db.propertyKeys()", None),
    ("CALL db.schema.visualization()", None),
    ("CALL db.schema.nodeTypeProperties()", None),
    ("CALL db.index.fulltext.queryNodes('entity_names', 'cdg') YIELD node, score RETURN node.id", [["c"]]),
    ("CALL db.index.fulltext.queryNodes('passage_text', $words) YIELD node RETURN node.id", [["d/0"]]),
    ("SHOW INDEXES", None),
    ("SHOW FULLTEXT INDEXES YIELD name RETURN name ORDER BY name", [["entity_names"], ["passage_text"]]),
    ("SHOW CONSTRAINTS YIELD name WHERE name = 'entity_id' RETURN name", [["entity_id"]]),
    ("SHOW PROCEDURES YIELD name WHERE name = 'db.labels' RETURN name", [["db.labels"]]),
    ("SHOW FUNCTIONS YIELD name WHERE name = 'size' RETURN name", [["size"]]),
    ("RETURN date.truncate('year', date('2009-12-17')) AS d", [["2009-01-01"]]),
    ("RETURN point.distance(point({x: 0, y: 0}), point({x: 3, y: 4})) AS d", [[5.0]]),
    ("RETURN duration.between(date('2009-12-17'), date('2009-12-19')) AS d", [["P2D"]]),
    ("WITH 1 AS show, 2 AS load, {use: 3} AS call RETURN show AS a, load AS b, call.use AS c", [[1, 2, 3]]),
    ("WITH 1 AS show RETURN show ORDER BY show", [[1]]),
    ("RETURN 1 AS `LOAD CSV`", [[1]]),
    ("MATCH (n:Entity) RETURN n.kind AS kind, count(*) AS n, collect(n.id) AS ids ORDER BY kind LIMIT 1",
     [["agency", 1, ["a"]]]),
    ("MATCH (n) WHERE elementId(n) = 'x' RETURN n", []),
    ("MATCH (n:Cartel) FINISH", []),
    ("RETURN CASE WHEN 1 < 2 THEN 'yes' ELSE 'no' END AS x", [["yes"]]),
    ("RETURN reduce(a = 0, x IN range(1, 4) | a + x) AS sum", [[10]]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "rows"), HONEST)
def test_honest_queries_are_answered(console: Console, query: str, rows: list[list[Any]] | None) -> None:
    answer = console(query, {"id": "a", "label": "Agency", "words": "list"})
    if rows is None:
        assert answer.rows
    else:
        assert answer.rows == rows
    assert not answer.truncated


@pytest.mark.parametrize(
    "prefix",
    ["EXPLAIN", "PROFILE", "profile", "/* a */ PROFILE", "CYPHER 25 PROFILE", "PROFILE CYPHER 25", "// a\nEXPLAIN"],
)
def test_explain_and_profile_of_a_reading_query_answer_its_plan(console: Console, prefix: str) -> None:
    answer = console(f"{prefix} MATCH (n:Entity {{id: 'a'}}) RETURN n.name")
    assert answer.rows[0][0] == "ProduceResults"
    assert any("NodeUniqueIndexSeek" in row[0] for row in answer.rows)
    assert ("db hits" in answer.columns) == ("PROFILE" in prefix.upper())


def test_values_of_every_type_come_out_as_json(console: Console) -> None:
    answer = console(
        "MATCH p = (c:Cartel)-[r]-(:Agency) RETURN c, r, p, date('2009-12-17'), time('10:00Z'), "
        "datetime('2009-12-17T10:00Z'), localdatetime('2009-12-17T10:00'), duration('P1DT2H'), "
        "point({longitude: 1, latitude: 2}), {a: [1, {b: null}]}, 0.0 / 0, 1.0 / 0, -1.0 / 0, $bytes, true, 1.5",
        {"bytes": b"\x00\xff"},
    )
    node, link, path, *rest = answer.rows[0]
    assert (node["labels"], node["properties"]["name"]) == (["Cartel", "Entity"], "Gulf Cartel")
    assert (link["type"], link["start"], link["properties"]) == ("CO_MENTIONED", node["id"], {"passages": 2})
    assert [n["id"] for n in path["nodes"]] == [link["start"], link["end"]]
    assert path["relationships"] == [link]
    assert rest == [
        "2009-12-17", "10:00:00.000000000+00:00", "2009-12-17T10:00:00.000000000+00:00",
        "2009-12-17T10:00:00.000000000", "P1DT2H", {"srid": 4326, "coordinates": [1.0, 2.0]}, {"a": [1, {"b": None}]},
        "NaN", "Infinity", "-Infinity", "AP8=", True, 1.5,
    ]  # fmt: skip
    json.dumps(answer.rows, allow_nan=False)


def test_a_vector_comes_out_as_a_list(console: Console) -> None:
    assert console("CYPHER 25 RETURN vector([1, 2], 2, INT8) AS v").rows == [[[1, 2]]]


def test_an_answer_is_cut_at_the_row_limit_and_says_so(console: Console) -> None:
    answer = console("UNWIND range(1, 50) AS x RETURN x", row_limit=50)
    assert (len(answer.rows), answer.truncated) == (50, False)
    answer = console("UNWIND range(1, 1000000) AS x RETURN x", row_limit=50)
    assert (len(answer.rows), answer.truncated) == (50, True)


def test_an_answer_is_cut_at_the_byte_limit_and_says_so(console: Console) -> None:
    answer = console("UNWIND range(1, 1000) AS x RETURN reduce(s = 'x', i IN range(1, 16) | s + s) AS s")
    assert answer.truncated
    assert 100 < len(answer.rows) < 130


@pytest.mark.parametrize(
    "endless",
    [
        "UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 0 RETURN count(x)",
        "PROFILE UNWIND range(1, 1000000000) AS x RETURN count(x)",
        "RETURN " + "(" * 3000 + "1" + ")" * 3000,
    ],
)
def test_an_endless_query_ends_at_its_time_limit_with_a_clear_sentence(console: Console, endless: str) -> None:
    with pytest.raises(QueryTimedOutError, match="time limit of 1 seconds"):
        console(endless, seconds=1)
    assert console("RETURN 1").rows == [[1]]


@pytest.mark.parametrize(
    "greedy",
    ["UNWIND range(1, 1000000000) AS x RETURN collect(x)", "UNWIND range(1, 1000000000) AS x RETURN x ORDER BY -x"],
)
def test_a_greedy_query_ends_at_its_memory_limit_with_a_clear_sentence(
    console: Console, bolt: Bolt, greedy: str
) -> None:
    with pytest.raises(QueryRefusedError, match="memory limit of 20 MB") as refusal:
        console(greedy, seconds=30, memory=20_000_000)
    assert not isinstance(refusal.value, QueryTimedOutError)
    loaded = bolt.run("UNWIND range(1, 2000000) AS x WITH collect(x) AS xs RETURN size(xs) AS n")
    assert loaded == [{"n": 2_000_000}]  # the loader's queries have no such limit


@pytest.mark.parametrize("parameters", [{"x": 2**70}, {"x": object()}, {"x": "\ud800"}])
def test_a_parameter_that_is_no_value_of_cypher_is_an_input_error(console: Console, parameters: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        console("RETURN $x", parameters)


def test_a_missing_parameter_is_refused_with_neo4js_own_words(console: Console) -> None:
    with pytest.raises(QueryRefusedError, match="missing"):
        console("RETURN $missing")


def test_a_division_by_zero_is_refused_with_neo4js_own_words(console: Console) -> None:
    with pytest.raises(QueryRefusedError, match="zero"):
        console("RETURN 1 / 0")


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("RETURN nobody", "line 1, column 8"),
        ("MATCH (a)\nRETURN nobody", "line 2, column 8"),
        ("PROFILE RETURN nobody", "line 1, column 16"),
        ("/* \U0001f600 */ RETURN nobody", "line 1, column 16"),
    ],
)
def test_a_refusal_names_the_place_in_the_text_that_the_reader_wrote(console: Console, query: str, place: str) -> None:
    with pytest.raises(QueryRefusedError) as refusal:
        console(query)
    assert place in str(refusal.value)
    assert "EXPLAIN" not in str(refusal.value)
    assert "offset" not in str(refusal.value)


def test_a_message_without_a_word_gets_a_sentence() -> None:
    assert "only reason" in told("42", "RETURN 1", 8)
    assert told("/ by zero", "RETURN 1 / 0", 8) == "/ by zero"


def test_a_row_larger_than_an_answer_may_be_is_left_out(console: Console) -> None:
    assert console("RETURN range(1, 6000000) AS numbers") == Table(["numbers"], [], truncated=True)


def test_a_row_is_given_up_as_soon_as_it_is_too_large() -> None:
    """Not when all of it is converted: nobody wants to wait for that."""
    numbers = list(range(1_000_000))
    began = time.perf_counter()
    assert _row([numbers], _Room(1000).take) is None
    given_up = time.perf_counter()
    assert _row([numbers], _Room(100_000_000).take) == [numbers]
    assert given_up - began < (time.perf_counter() - given_up) / 5
