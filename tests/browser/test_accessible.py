"""axe finds nothing on any kind of question, before and after an answer, in both colour schemes."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.answers import answer_all, question
from tests.browsers import Reader


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_questions_before_and_after_an_answer(
        browsers: dict[str, Browser], addresses: dict[str, str], scheme: Literal["light", "dark"]) -> None:
    context = browsers["chromium"].new_context(color_scheme=scheme, reduced_motion="reduce")
    page = Reader(context, addresses["http"]).open("sub/one.html")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    answer_all(page)
    question(page, "some").locator(".question-explanations summary").click()
    question(page, "answer").locator(".question-explanations summary").click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()
