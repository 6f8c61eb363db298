"""The small corpus of derive, for prose too."""

from tests.derive.conftest import make

__all__ = ["make"]
