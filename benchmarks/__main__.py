"""Run every benchmark: `make bench`."""

from benchmarks import cells, cold, press, scale, startup, whole

startup.main()
cold.main()
press.main()
cells.main()
scale.main()
whole.main()
