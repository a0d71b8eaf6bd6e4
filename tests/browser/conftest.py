from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers import BROWSERS, WAYS, Reader, opened


@pytest.fixture(params=BROWSERS)
def browser(request: pytest.FixtureRequest, browsers: dict[str, Browser]) -> Browser:
    return browsers[request.param]


@pytest.fixture(scope="session")
def addresses(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The small handbook's address by each way of opening it."""
    with ExitStack() as stack:
        copied = tmp_path_factory.mktemp("copied")
        yield {way: stack.enter_context(opened(small_site, way, copied)) for way in WAYS}


@pytest.fixture(params=[(name, way) for name in BROWSERS for way in WAYS], ids="-".join)
def anywhere(request: pytest.FixtureRequest, browsers: dict[str, Browser], addresses: dict[str, str]) -> Iterator[Reader]:
    """A reader in each browser, over http and from file://."""
    name, way = request.param
    context = browsers[name].new_context()
    yield Reader(context, addresses[way])
    context.close()


@pytest.fixture(params=[("chromium", "http"), ("firefox", "file")], ids="-".join)
def reader(request: pytest.FixtureRequest, browsers: dict[str, Browser], addresses: dict[str, str]) -> Iterator[Reader]:
    """A reader in each browser and by each way once: for what does not hang on how the two go together."""
    name, way = request.param
    context = browsers[name].new_context()
    yield Reader(context, addresses[way])
    context.close()
