import Measures
import Records

/// The explanations of one determination as JSON, in no language. One that occurs again stands whole the first time, with
/// an `id`; after that its clause and verdict stand alone, with `sameAs` that id.
struct SharedExplanations {
  /// What the JSON says of an explanation: two that say the same have one number.
  private struct Said: Hashable {
    let verdict: Verdict
    let code: String
    let citation: Citation?
    let facts: [FactUse]
    let parts: [Int]

    /// Whether a reference is shorter.
    var isWorthSharing: Bool { !facts.isEmpty || !parts.isEmpty }
  }

  private var said: [Said] = []
  private var uses: [Int] = []
  private var numbers: [Said: Int] = [:]
  private var known: [ObjectIdentifier: Int] = [:]
  /// The ids given so far, by number.
  private var ids: [Int: Int] = [:]

  /// Looks at everything that will be written.
  init(_ explanations: [Explanation]) {
    for explanation in explanations {
      let place = numbered(explanation)
      uses[place] += 1
    }
  }

  private mutating func numbered(_ explanation: Explanation) -> Int {
    if let number = known[explanation.identity] { return number }
    let made = Said(
      verdict: explanation.verdict, code: explanation.code, citation: explanation.citation,
      facts: explanation.facts, parts: explanation.parts.map { numbered($0) })
    let number = numbers[made] ?? said.count
    if number == said.count {
      numbers[made] = number
      said.append(made)
      uses.append(0)
      for part in made.parts { uses[part] += 1 }
    }
    known[explanation.identity] = number
    return number
  }

  /// The next explanation of the document.
  mutating func json(_ explanation: Explanation) -> JSON { json(numbered(explanation)) }

  private mutating func json(_ number: Int) -> JSON {
    let item = said[number]
    var members: [String: JSON] = ["clause": .string(item.code), "verdict": .string(item.verdict.rawValue)]
    if let id = ids[number] {
      members["sameAs"] = .int(id)
      return .object(members)
    }
    if uses[number] > 1, item.isWorthSharing {
      ids[number] = ids.count + 1
      members["id"] = .int(ids.count)
    }
    if let citation = item.citation { members["cite"] = citation.json }
    if !item.facts.isEmpty { members["facts"] = .array(item.facts.map(\.json)) }
    if !item.parts.isEmpty { members["parts"] = .array(item.parts.map { json($0) }) }
    return .object(members)
  }
}

extension FactUse {
  /// The fact as JSON.
  var json: JSON {
    var members: [String: JSON] = [
      "id": .string(id), "revision": .int(revision), "value": .string(value),
    ]
    if let source { members["source"] = .string(source) }
    if let isDecisive { members["decisive"] = .bool(isDecisive) }
    return .object(members)
  }
}
