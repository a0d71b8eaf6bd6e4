from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsers import WAYS, opened


@pytest.fixture(scope="session", params=WAYS)
def address(request: pytest.FixtureRequest, real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where this handbook is, served below a folder or copied to a stick."""
    with opened(real_site, request.param, tmp_path_factory.mktemp("copied")) as folder:
        yield folder
