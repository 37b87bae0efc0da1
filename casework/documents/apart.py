"""Work in a thread of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def apart(work: Callable[[], T]) -> T:
    """What `work` gives, raising what it raises: for libraries that start an event loop, which a caller may have."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(work).result()
