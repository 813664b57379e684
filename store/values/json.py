"""A JSON object of which nothing is known."""

from typing import Any

Json = dict[str, Any]
