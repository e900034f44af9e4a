/// Mistakes in rates, clusters and the formulas of hardware.
extension BadInput {
  private static func rate(_ windows: String...) -> String {
    run + "  rate:\n" + windows.map { "    - { \($0) }\n" }.joined()
  }

  static let quantities: [Mistake] = [
    Mistake(
      name: "rate without a window", text: rate("value: 1e17 FLOP/s"),
      expected: ["missing-field:7", "missing-field:7"]),
    Mistake(
      name: "rate without the end of its window", text: rate("from: 2026-01-01, value: 1e17 FLOP/s"),
      expected: ["missing-field:7"]),
    Mistake(name: "rate alone", text: run + "  rate: 1e17 FLOP/s\n", expected: ["wrong-type:6"]),
    Mistake(
      name: "windows that overlap and disagree",
      text: rate(
        "from: 2026-01-01, to: 2026-01-10, value: 1e17 FLOP/s",
        "from: 2026-01-05, to: 2026-01-15, value: 2e17 FLOP/s"),
      expected: ["contradiction:8"]),
    Mistake(
      name: "windows that disagree on their common day, the later one first",
      text: rate(
        "from: 2026-01-10, to: 2026-01-15, low: 2e17 FLOP/s",
        "from: 2026-01-01, to: 2026-01-10, high: 1e17 FLOP/s"),
      expected: ["contradiction:8"]),
    // The long one agrees with the first and not with the last, which is far from the first.
    Mistake(
      name: "a window that disagrees with one long begun",
      text: rate(
        "from: 2026-01-01, to: 2026-12-31, low: 1e17 FLOP/s, high: 3e17 FLOP/s",
        "from: 2026-01-02, to: 2026-01-03, value: 2e17 FLOP/s",
        "from: 2026-11-01, to: 2026-11-02, value: 9e17 FLOP/s"),
      expected: ["contradiction:9"]),
    Mistake(
      name: "windows that overlap and agree",
      text: rate(
        "from: 2026-01-01, to: 2026-01-10, low: 1e17 FLOP/s, high: 3e17 FLOP/s",
        "from: 2026-01-05, to: 2026-01-15, value: 2e17 FLOP/s"),
      expected: []),
    // The peak of a minute is above the average of its day.
    Mistake(
      name: "a window within a longer one",
      text: rate(
        "from: 2026-01-01, to: 2026-01-01, value: 1e17 FLOP/s",
        "from: 2026-01-01T09:00:00Z, to: 2026-01-01T09:00:59Z, value: 2e17 FLOP/s"),
      expected: []),
    Mistake(
      name: "a peak above what held all day",
      text: rate(
        "from: 2026-01-01, to: 2026-01-01, value: 1e17 FLOP/s, high: 1.5e17 FLOP/s",
        "from: 2026-01-01T09:00:00Z, to: 2026-01-01T09:00:59Z, value: 2e17 FLOP/s"),
      expected: ["contradiction:8"]),
    Mistake(
      name: "windows that follow each other",
      text: rate(
        "from: 2026-01-01, to: 2026-01-09, value: 1e17 FLOP/s",
        "from: 2026-01-10, to: 2026-01-15, value: 2e17 FLOP/s"),
      expected: []),
    Mistake(
      name: "utilisation above one in a plan",
      text: run + "  budget: [{ method: hardware, chips: 8 x h100-sxm, hours: 10, utilisation: 120 % }]\n",
      expected: ["contradiction:6"]),
    Mistake(
      name: "a class of accelerators that is none",
      text: run + "  compute: [{ method: hardware, chip-hours: 10, chip: H1000, utilisation: 0.4 }]\n",
      expected: ["unknown-word:6"]),
    Mistake(
      name: "a precision that the accelerator lacks",
      text: run
        + "  compute: [{ method: hardware, chip-hours: 10, chip: v100-sxm, precision: fp8, utilisation: 0.4 }]\n",
      expected: ["unknown-word:6"]),
    Mistake(
      name: "accelerators of no class in a cluster",
      text: run + "- cluster: c\n  devices: [{ chips: 8 x abacus }]\n", expected: ["unknown-word:7"]),
  ]
}
