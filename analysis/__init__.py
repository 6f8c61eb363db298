"""Sitrep: briefings on armed conflict in which every figure says who said it, where, and how sure.

Data flows one way through the sub-packages: `messages` (every word), `model` (what a thing is), `load` (how
it comes in), `derive` (what follows), `charts` and `prose` (how it looks and reads), `exhibits` (how it
enters a notebook), `save` (what people go on with) and `briefing` (how notebooks are run and bound). Import
the sub-package you need; this module imports nothing.
"""

__version__ = "0.1.0"
