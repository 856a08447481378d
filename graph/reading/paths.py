"""Reading how two entities are linked over others: the best few routes, each link with its most telling sentence."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from graph.answer import EntityRow, Items, Weight
from graph.bolt import AsyncBolt
from graph.comention import Pair, pair
from graph.errors import InputError
from graph.passage import PARTS
from graph.query import query
from graph.reach import MAX_HOPS, MOST_ROUTES
from graph.reading.entities import rows_of
from graph.reading.evidence import joined
from graph.reading.judged import Loss, judged, weighed
from graph.reading.rows import read_rows
from graph.route import Hop, Route
from graph.widest import Graph, widest

STRONGEST = 40
"""Of each end so many of its strongest links are gone over; every stop of a route is one of those neighbours."""
COMPARED = 50
"""Of a link so many passages are compared, to choose the one that tells most."""


async def paths(bolt: AsyncBolt, start: str, end: str, max_hops: int, k: int, *, obey: bool = False) -> Items[Route]:
    """Return the best `k` routes of at most `max_hops` links (see `graph.widest`), ranked by their weakest link's llr.

    They go over links that a sentence shows, that are no mere lists and that are more than chance (llr above 0), among
    the two and the `STRONGEST` strongest neighbours of each; the direct link, where a sentence shows it, is a route
    whatever its weight. Where there is none, any shortest route over any links is
    given, and the answer's note says so. Where verdicts are obeyed, no route goes over a link of which they leave no
    sentence, and a link from which they took some comes last, since its significance is not known. Raises
    NotFoundError, InputError.
    """
    if start == end:
        raise InputError("A route leads from one entity to another one.")
    if not 1 <= max_hops <= MAX_HOPS:
        raise InputError(f"A route has between 1 and {MAX_HOPS} links.")
    if not 1 <= k <= MOST_ROUTES:
        raise InputError(f"Between 1 and {MOST_ROUTES} routes can be asked for.")
    known = await rows_of(bolt, [start, end])
    found = [route.nodes for route in widest(await _strong(bolt, start, end, obey=obey), start, end, max_hops, k)]
    note = None
    if not found:
        found = await _shortest(bolt, start, end, max_hops, obey=obey)
        note = _NO_STRONG if found else f"No route of at most {max_hops} links joins the two."
    known |= await rows_of(bolt, sorted({id_ for nodes in found for id_ in nodes} - known.keys()))
    hops = await _hops(bolt, known, found, obey=obey)
    # A link may have gone with its document since the routes were sought.
    standing = [nodes for nodes in found if all(link in hops for link in pairwise(nodes))]
    return Items([_route(nodes, known, hops) for nodes in standing], note=note)


_NO_STRONG = (
    f"No route was found over links that are more than chance, among the {STRONGEST} strongest neighbours of each. "
    "This one is the shortest over any."
)


async def _strong(bolt: AsyncBolt, start: str, end: str, *, obey: bool) -> Graph:
    rows = await bolt.read(query("read_strongest"), ids=[start, end], limit=STRONGEST)
    stops = {start, end, *(id_ for row in rows for id_ in row["near"])}
    losses = await _losses(bolt, stops, obey=obey)
    graph: dict[str, dict[str, float]] = defaultdict(dict)
    for row in await bolt.read(query("read_strong_among"), ids=sorted(stops), ends=[start, end]):
        for other, llr, passages in row["links"]:
            loss = losses.get(pair(row["id"], other))
            if loss is None or passages > loss.passages:
                graph[row["id"]][other] = graph[other][row["id"]] = 0.0 if loss else llr
    return graph


async def _shortest(bolt: AsyncBolt, start: str, end: str, max_hops: int, *, obey: bool) -> list[tuple[str, ...]]:
    out: set[Pair] = set()
    while True:
        rows = await bolt.read(query("read_shortest"), a=start, b=end, out=[" ".join(link) for link in sorted(out)])
        if not rows or len(rows[0]["ids"]) - 1 > max_hops:
            return []
        ids = rows[0]["ids"]
        losses = await _losses(bolt, ids, obey=obey)
        links = zip((pair(*link) for link in pairwise(ids)), rows[0]["passages"], strict=True)
        gone = {link for link, passages in links if link in losses and passages <= losses[link].passages}
        if not gone:
            return [tuple(ids)]
        out |= gone


async def _losses(bolt: AsyncBolt, ids: Iterable[str], *, obey: bool) -> dict[Pair, Loss]:
    return await (await judged(bolt, ids, within=True)).losses() if obey else {}


async def _hops(
    bolt: AsyncBolt, known: dict[str, EntityRow], routes: list[tuple[str, ...]], *, obey: bool
) -> dict[tuple[str, str], Hop]:
    """Return every link of some routes, in both directions."""
    links = {
        tuple(sorted(link, key=lambda id_: (known[id_].mentions, id_))) for nodes in routes for link in pairwise(nodes)
    }
    pairs = sorted(links)
    losses = await _losses(bolt, {id_ for link in pairs for id_ in link}, obey=obey)
    struck = [list(losses[pair(*link)].struck) if pair(*link) in losses else [] for link in pairs]
    hops = {}
    for row in await read_rows(bolt, "read_hops", pairs=pairs, struck=struck, parts=PARTS, compared=COMPARED):
        few, many = pairs[row["n"]]
        weight = weighed(Weight(**row["weight"]), losses.get(pair(few, many)))
        hops[few, many] = Hop(few, many, weight, joined(row, "few", "many"))
        hops[many, few] = Hop(many, few, weight, joined(row, "many", "few"))
    return hops


def _route(nodes: tuple[str, ...], known: dict[str, EntityRow], hops: dict[tuple[str, str], Hop]) -> Route:
    steps = [hops[link] for link in pairwise(nodes)]
    weights = [hop.weight.llr for hop in steps]
    return Route([known[id_] for id_ in nodes], steps, min((w for w in weights if w is not None), default=None))
