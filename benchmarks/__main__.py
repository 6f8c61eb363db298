"""Run every benchmark: `make bench`."""

from benchmarks import startup

startup.main()
