"""Run every benchmark: `make bench`."""

from benchmarks import press, scale, startup

startup.main()
press.main()
scale.main()
