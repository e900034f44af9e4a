import BenchmarkGraphs

// Each command runs in a process of its own, so that the peak memory it reports is its own.
do {
  try Command(CommandLine.arguments.dropFirst()).run()
} catch {
  fail("lineage-bench: \(error)")
}
