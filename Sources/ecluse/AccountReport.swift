import Lineage
import Measures
import Records

struct AccountReport {
  let accounts: [Account]
  let convention: CountingConvention
  let facts: Facts
  let graph: ComputeGraph

  func text(_ style: TextStyle, detailed: Bool) -> String { accounts.map { "\($0.subject) \(style.numbers.bounds($0.toDate.ratios, .flop))" }.joined(separator: "\n") }
}

struct AssessmentReport {
  let assessment: Assessment
  init(_ assessment: Assessment) { self.assessment = assessment }
  func text(_ style: TextStyle) -> String { "" }
}
