/// What the packs that tests make have in common: conventions, parameters, the form of an article.
enum TestPack {
  static let cite = "{ document: A test, locus: \"1\", checked: reading }"
  static let law = "status: law\njurisdiction: world\nin-force: { from: 2020-01-01 }"

  /// Everything before the first article. `more` is another section, such as a scale or a nexus.
  static func head(_ id: String, force: String = law, cap: String, more: String) -> String {
    """
    regime: \(id)
    version: "1"
    title: { en: A test, fr: Un essai }
    \(force)
    source: { document: A test }
    \(more)
    conventions:
      direct: { measures: training-compute, while: same-actor, cite: \(cite) }
      presumed: { measures: training-compute, counts: { flags: all }, except: { roles: [discarded-by-human], at: human-break }, rest: { dependence: presumed }, cite: \(cite) }
      fast: { measures: inference-rate, over: serving-fleet, window: $window, statistic: max, cite: \(cite) }
      peak: { measures: capability, precision: fastest-supported, sparsity: dense, minimum-link: $link, unknown-link: interconnected, cite: \(cite) }
    parameters:
      limit: { value: 1e25 FLOP, cite: \(cite) }
      cap: { value: \(cap), cite: \(cite) }
      share: { value: 1/3, cite: \(cite) }
      speed: { value: 1e18 FLOP/s, cite: \(cite) }
      window: { value: 60 s, cite: \(cite) }
      link: { value: 100 Gbit/s, cite: \(cite) }
      peak: { value: 1e19 FLOP/s, cite: \(cite) }
      size: { value: 1e9 parameters, cite: \(cite) }
      money: { value: 500000000 USD, cite: \(cite) }
      home: { value: FR, cite: \(cite) }
      away: { value: DE, cite: \(cite) }
      day: { value: 2026-01-01, cite: \(cite) }
      summer: { value: 2026-06-01, cite: \(cite) }
      later: { value: 2030-01-01, cite: \(cite) }
      age: { value: 1 year, cite: \(cite) }
    articles:

    """
  }

  /// A scale of two steps above the least, by compute.
  static let scale = """
    scales:
      levels:
        applies-to: model
        cite: \(cite)
        steps:
          - L0: {}
          - L1: { quantity: { name: training-compute, convention: direct, above: $limit } }
          - L2: { quantity: { name: training-compute, convention: presumed, above: $cap } }
    """

  /// An article; `parts` are what it has besides and may lack.
  static func article(_ id: String, on subject: String, _ parts: KeyValuePairs<String, String?>, then: String)
    -> String
  {
    let parts = parts.map { key, value in value.map { "    \(key): \($0)\n" } ?? "" }.joined()
    return """
        - id: \(id)
          applies-to: \(subject)
          says: { en: A rule., fr: Une règle. }
          cite: \(cite)
      \(parts)    then: \(then)

      """
  }
}
