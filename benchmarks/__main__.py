"""Run every benchmark: `make bench`."""

from benchmarks import press, startup

startup.main()
press.main()
