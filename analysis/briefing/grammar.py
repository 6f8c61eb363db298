"""Grammar: the one of web addresses that jsonschema brings along is read when it is needed, not before."""

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any

NAME = "rfc3987_syntax"
"""A package that reads a whole grammar on import, for seconds; it is there wherever JupyterLab is."""


class _Postponed(ModuleType):
    """Stands for the package until something in it is called or asked for."""

    def is_valid_syntax(self, *arguments: Any, **named: Any) -> Any:
        """What jsonschema takes from the package on import, and calls when a schema asks for an address."""
        return _whole(self).is_valid_syntax(*arguments, **named)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_whole(self), name)


def postpone() -> None:
    """Let the package be imported without being read, if it is installed and was not imported yet."""
    spec = None if NAME in sys.modules else importlib.util.find_spec(NAME)
    if spec is not None:
        late = _Postponed(NAME)
        late.__path__ = spec.submodule_search_locations or []
        late.__spec__ = spec
        sys.modules[NAME] = late


def _whole(late: ModuleType) -> ModuleType:
    if sys.modules.get(NAME) is late:
        del sys.modules[NAME]
    return importlib.import_module(NAME)
