"""Run every benchmark: `make bench`."""

from benchmarks import cold, press, scale, startup

startup.main()
cold.main()
press.main()
scale.main()
