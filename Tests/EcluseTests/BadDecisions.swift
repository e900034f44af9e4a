/// Mistakes in what changes the numbers of regimes: decisions on limits, and what an adopter sets.
extension BadInput {
  static let decisions: [Mistake] = [
    Mistake(name: "cap without parameter", text: run + "- cap-decision: c\n", expected: ["missing-field:6"]),
    Mistake(
      name: "cap without value", text: run + "- cap-decision: c\n  parameter: training-cap\n",
      expected: ["missing-field:6"]),
    Mistake(
      name: "cap of another sort",
      text: run + "- cap-decision: c\n  parameter: training-cap\n  value: 1e18 FLOP/s\n",
      expected: ["wrong-type:8"]),
    Mistake(
      name: "cap past 128 bits",
      text: run + "- cap-decision: c\n  parameter: training-cap\n  value: 3.4e38 FLOP\n",
      expected: ["overflow:8"]),
    Mistake(
      name: "cap that is no number",
      text: run + "- cap-decision: c\n  parameter: training-cap\n  value: -3 FLOP\n",
      expected: ["bad-number:8"]),
    Mistake(
      name: "cap in a unit of others",
      text: run + "- cap-decision: c\n  parameter: training-cap\n  value: 100 ZFLOPS\n",
      expected: ["bad-unit:8"]),
    Mistake(
      name: "cap that is a time",
      text: run + "- cap-decision: c\n  parameter: training-cap\n  value: 2 years\n",
      expected: ["wrong-type:8"]),
    Mistake(
      name: "cap lifted or not",
      text: run + "- cap-decision: c\n  parameter: training-cap\n  decision: lifted\n  value: 1e27 FLOP\n",
      expected: ["contradiction:9"]),
    Mistake(
      name: "lowered to more",
      text: run + "- cap-decision: c\n  parameter: training-cap\n  decision: lowered\n  value: 9e28 FLOP\n",
      expected: ["contradiction:9"]),
    Mistake(
      name: "raised to less",
      text: run + "- cap-decision: c\n  parameter: training-cap\n  decision: raised\n  value: 5e26 FLOP\n",
      expected: ["contradiction:9"]),
    // After what stood before, as of its own date.
    Mistake(
      name: "lowered after it was raised",
      text: run
        + "- cap-decision: d\n  at: 2026-02-01\n  parameter: training-cap\n  decision: lowered\n  value: 5e27 FLOP\n"
        + "- cap-decision: c\n  at: 2026-01-01\n  parameter: training-cap\n  decision: raised\n  value: 9e27 FLOP\n",
      expected: []),
    Mistake(
      name: "lowered to more than ever stood",
      text: run
        + "- cap-decision: c\n  at: 2026-01-01\n  parameter: training-cap\n  decision: lowered\n  value: 1e26 FLOP\n"
        + "- cap-decision: d\n  at: 2026-02-01\n  parameter: training-cap\n  decision: lowered\n  value: 2e27 FLOP\n",
      expected: ["contradiction:15"]),
    Mistake(
      name: "lowered after it was lifted",
      text: run
        + "- cap-decision: c\n  at: 2026-01-01\n  parameter: training-cap\n  decision: lifted\n  value: lifted\n"
        + "- cap-decision: d\n  at: 2026-02-01\n  parameter: training-cap\n  decision: lowered\n  value: 2e27 FLOP\n",
      expected: []),
    Mistake(
      name: "a parameter that no decision changes",
      text: run + "- cap-decision: c\n  parameter: registry-threshold\n  value: 1e30 FLOP\n",
      expected: ["contradiction:7"]),
    Mistake(
      name: "a parameter that only a decision changes",
      text: run
        + "- adoption: a\n  regime: seed-gate-closure\n  activation: 2026-01-01\n  parameters: { home: XA, training-cap: 1e20 FLOP }\n",
      expected: ["contradiction:9"]),
    Mistake(
      name: "parameters with names of signs",
      text: run
        + "- adoption: a\n  regime: seed-gate-closure\n  activation: 2026-01-01\n  parameters: { \"[\": x, \"[[\": x, \"]\": x, \".\": x, \"x.[\": x }\n",
      expected: Array(repeating: "unknown-definition:9", count: 5)),
    Mistake(
      name: "a parameter that nothing changes",
      text: run
        + "- adoption: a\n  regime: seed-gate-closure\n  activation: 2026-01-01\n  parameters: { governor-threshold: 1e10 FLOP/s }\n",
      expected: ["contradiction:9"]),
    Mistake(
      name: "adoption of a value of another sort",
      text: run
        + "- adoption: a\n  regime: seed-gate-closure\n  activation: 2026-01-01\n  parameters: { safe-harbour-factor: FR }\n",
      expected: ["wrong-type:9"]),
  ]
}
