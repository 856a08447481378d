"""What a reader's Cypher may do: judged by its text, then by the plan that Neo4j makes of it.

A plan alone is not enough. Neo4j leaves the subqueries that it evaluates inside expressions out of the plan's tree:
`RETURN [x IN [1] | COLLECT { LOAD CSV FROM 'file:///…' AS r RETURN r }]` shows one innocent Projection. So the words of
the text are judged too, with strings, comments and escapes read as Cypher reads them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.errors import QueryRefusedError
from graph.statement import calls, clauses

PROCEDURES = frozenset(
    {
        "db.index.fulltext.listavailableanalyzers",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.index.vector.querynodes",
        "db.index.vector.queryrelationships",
        "db.info",
        "db.labels",
        "db.ping",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
    }
)
"""Procedures that read the graph or describe it, in lower case."""

FUNCTION_SPACES = frozenset({"date", "datetime", "duration", "localdatetime", "localtime", "point", "time", "vector"})
"""First names of the dotted functions that Cypher itself has (`date.truncate`, `point.distance`)."""

_LISTINGS = """ALL
    BUILT CONSTRAINT CONSTRAINTS EXISTENCE FULLTEXT FUNCTION FUNCTIONS INDEX INDEXES KEY LOOKUP NODE POINT
    PROCEDURE PROCEDURES PROPERTY RANGE REL RELATIONSHIP TEXT UNIQUE UNIQUENESS USER_DEFINED VECTOR"""
LISTINGS = frozenset(_LISTINGS.split())
"""Words that may follow SHOW: what the schema holds and what Cypher offers."""

REFUSED_CLAUSES = {
    "LOAD": "It loads a file or a web address, which the console does not.",
    "SHOW": "SHOW is for indexes, constraints, procedures and functions only.",
    "TERMINATE": "It stops other people's work, which the console does not.",
    "USE": "USE names another database; the console reads this one only.",
}

_OPERATORS = """AllNodesScan Anti AntiConditionalApply AntiSemiApply Apply Argument ArgumentTracker BidirectionalRepeat
    CacheProperties CartesianProduct ConditionalApply DirectedAllRelationshipsScan DirectedRelationshipByElementIdSeek
    DirectedRelationshipByIdSeek DirectedRelationshipFulltextIndexSearch DirectedRelationshipIndexContainsScan
    DirectedRelationshipIndexEndsWithScan DirectedRelationshipIndexScan DirectedRelationshipIndexSeek
    DirectedRelationshipIndexSeekByRange DirectedRelationshipTypeScan DirectedRelationshipUniqueIndexSeek
    DirectedRelationshipUniqueIndexSeekByRange DirectedRelationshipVectorIndexSearch
    DirectedUnionRelationshipTypesScan Distinct DynamicDirectedRelationshipTypeLookup DynamicLabelNodeLookup
    DynamicUndirectedRelationshipTypeLookup Eager EagerAggregation EmptyResult EmptyRow Expand Filter
    IntersectionNodeByLabelsScan LeftOuterHashJoin LetAntiSemiApply LetSelectOrAntiSemiApply LetSelectOrSemiApply
    LetSemiApply Limit MultiNodeIndexSeek NodeByElementIdSeek NodeByIdSeek NodeByLabelScan NodeCountFromCountStore
    NodeFulltextIndexSearch NodeHashJoin NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek
    NodeIndexSeekByRange NodeLeftOuterHashJoin NodeRightOuterHashJoin NodeUniqueIndexSeek NodeUniqueIndexSeekByRange
    NodeVectorIndexSearch NullifyMetadata Optional OptionalExpand OrderedAggregation OrderedDistinct OrderedUnion
    PartialSort PartialTop PathPropagatingBFS PreserveOrder ProcedureCall ProduceResults ProjectEndpoints Projection
    RelationshipCountFromCountStore RemoteBatchProperties RemoteBatchPropertiesWithFilter Repeat RightOuterHashJoin
    RollUpApply SelectOrAntiSemiApply SelectOrSemiApply SemiApply ShortestPath ShowConstraints ShowFunctions ShowIndexes
    ShowProcedures Skip Sort StatefulShortestPath SubtractionNodeByLabelsScan Top Trail TriadicBuild TriadicFilter
    TriadicSelection UndirectedAllRelationshipsScan UndirectedRelationshipByElementIdSeek UndirectedRelationshipByIdSeek
    UndirectedRelationshipFulltextIndexSearch UndirectedRelationshipIndexContainsScan
    UndirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexScan UndirectedRelationshipIndexSeek
    UndirectedRelationshipIndexSeekByRange UndirectedRelationshipTypeScan UndirectedRelationshipUniqueIndexSeek
    UndirectedRelationshipUniqueIndexSeekByRange UndirectedRelationshipVectorIndexSearch
    UndirectedUnionRelationshipTypesScan Union UnionNodeByLabelsScan Unwind ValueHashJoin ValueMergeJoin
    VarLengthExpand"""
OPERATORS = frozenset(_OPERATORS.split())
"""Operators of plans that only read this database, without the mode in brackets and the prefix `Partitioned`."""

_KINDS = frozenset({"r", "s"})
"""Neo4j's query types: `r` reads, `s` is a schema or listing command (its operator decides), `w` and `rw` write."""
_OPERATOR = re.compile(r"(?:Partitioned)?(?P<name>\w+?)(?:\(.*\))?(?:@(?P<database>.+))?$", re.DOTALL)
_PROCEDURE = re.compile(r"[\w.`]+")


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator of a plan: its name without mode, the database it works on, and Neo4j's own words about it."""

    name: str
    database: str
    details: str


def operators(plan: dict[str, Any]) -> Iterator[Operator]:
    """Give every operator of a plan, as the driver returns it, from the root on."""
    match = _OPERATOR.match(plan["operatorType"])
    name, database = (match["name"], match["database"] or "") if match else (plan["operatorType"], "")
    yield Operator(name, database, str(plan.get("args", {}).get("Details", "")))
    for child in plan.get("children", ()):
        yield from operators(child)


def check_text(query: str) -> None:
    """Raise QueryRefusedError where the words of a query ask for more than reading this graph."""
    for word, following in clauses(query, frozenset(REFUSED_CLAUSES)):
        if not (word == "SHOW" and following in LISTINGS):
            raise QueryRefusedError(f"Refused: {REFUSED_CLAUSES[word]}")
    for name in calls(query):
        check_call(name)


def check_plan(plan: dict[str, Any], kind: str | None, database: str) -> None:
    """Raise QueryRefusedError unless a plan of Neo4j's query type `kind` only reads `database`."""
    if kind not in _KINDS:
        raise QueryRefusedError("Refused: it would change the graph; the console only reads.")
    for operator in operators(plan):
        if operator.name not in OPERATORS:
            raise QueryRefusedError(f"Refused: the console does not run {operator.name}; it only reads the graph.")
        if operator.database != database:
            raise QueryRefusedError(f"Refused: {REFUSED_CLAUSES['USE']}")
        if operator.name == "ProcedureCall":
            match = _PROCEDURE.match(operator.details)
            check_procedure(match[0] if match else "?")
        for name in calls(operator.details):
            check_call(name)


def check_procedure(name: str) -> None:
    """Raise QueryRefusedError unless a reader may call the procedure."""
    if name.replace("`", "").lower() not in PROCEDURES:
        raise QueryRefusedError(f"Refused: the procedure {name} is not one that the console runs.")


def check_call(name: str) -> None:
    """Raise QueryRefusedError unless a dotted name called in a query is Cypher's own function or a procedure allowed.

    A function from outside (`apoc.cypher.runFirstColumn`) can run Cypher or read files, and no plan shows what it does.
    """
    lowered = name.lower()
    if lowered.split(".")[0] not in FUNCTION_SPACES and lowered not in PROCEDURES:
        raise QueryRefusedError(
            f"Refused: {name} is neither a function of Cypher nor a procedure that the console runs."
        )
