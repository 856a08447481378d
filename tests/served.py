"""A real uvicorn in a thread, on a free port of this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from api.app import create_app
from api.serving import address_of, listen
from graph.settings import Settings


@contextmanager
def served(settings: Settings, **more: Any) -> Iterator[str]:
    """Run the service in a thread, and give its address; `more` is what `create_app` takes besides."""
    listening = listen("127.0.0.1", 0)
    app = create_app(settings, **more)
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", ws="none", proxy_headers=False, timeout_graceful_shutdown=2)
    )
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield address_of(listening, "127.0.0.1")
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
