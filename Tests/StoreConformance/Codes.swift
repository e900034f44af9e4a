import Records
import Testing

/// The codes of a problem, or what else it is.
package func codes(of error: any Error) -> [String] {
  guard let problems = error as? Problems else { return ["not a problem: \(error)"] }
  return problems.list.map(\.code.rawValue)
}
