"""What Prometheus is told: requests by route and status, how long they took, and the store.

Of several workers each counts for itself in files of one folder, and whichever of them is asked adds all of them up.
"""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector

from graph.answer import Sizes

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120)
"""Upper bounds of the histogram's classes, in seconds: from an answer out of memory to a long document."""

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
OTHER = "other"
"""For whatever a client makes up: a label's values must stay few."""


class Metrics:
    """Counts requests, and writes all figures as Prometheus reads them; `shared` is the folder of several workers."""

    def __init__(self, shared: Path | None = None) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # the library gives this one no types
        self._shared = shared
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "trama_http_requests", "Requests answered.", ["method", "route", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "trama_http_request_duration_seconds",
            "Seconds from a request's head to the end of its answer.",
            ["method", "route"],
            buckets=BOUNDS,
            registry=self._registry,
        )
        if shared is None:
            ProcessCollector(registry=self._registry)

    def count(self, method: str, route: str | None, status: int, seconds: float) -> None:
        """Count a request; `route` is the template that it matched."""
        known = method if method in METHODS else OTHER
        self._requests.labels(known, route or OTHER, status).inc()
        self._seconds.labels(known, route or OTHER).observe(seconds)

    def text(self, sizes: Sizes | None) -> bytes:
        """Return all figures; `sizes` None means a store that does not answer."""
        told = CollectorRegistry()
        told.register(_Told(sizes))
        counted = self._registry
        if self._shared is not None:
            counted = CollectorRegistry()
            MultiProcessCollector(counted, str(self._shared))  # type: ignore[no-untyped-call]  # likewise
        return generate_latest(counted) + generate_latest(told)


class _Told:
    """What is known at the moment of asking."""

    def __init__(self, sizes: Sizes | None) -> None:
        self._sizes = sizes

    def collect(self) -> Iterable[Metric]:
        """Give the figures."""
        about = {"version": version("trama"), "python": python_version()}
        yield InfoMetricFamily("trama_build", "Which Trama this is.", about)
        yield GaugeMetricFamily("trama_store_up", "Whether the store answers.", value=int(self._sizes is not None))
        if self._sizes is not None:
            found = GaugeMetricFamily("trama_store_items", "What the store holds.", labels=["what"])
            found.add_metric(["documents"], self._sizes.documents)
            found.add_metric(["entities"], self._sizes.entities)
            found.add_metric(["passages"], self._sizes.passages)
            found.add_metric(["links"], self._sizes.links)
            yield found
