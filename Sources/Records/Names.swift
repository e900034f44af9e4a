import Measures

/// The names that exist: what a reference may point to.
struct Names {
  private var byLocal: [String: [GlobalID]] = [:]
  private var all: Set<GlobalID> = []
  /// Namespaces whose records are all here; a name in another one may exist elsewhere.
  private var wholeNamespaces: Set<String> = []
  /// What records that were refused for their kind or name would have been called: they are not missing.
  private var refused: Set<String> = []
  /// How many names are still compared with a wrong one: a file may have very many of both.
  private var remaining = 500_000

  mutating func add(_ id: GlobalID) {
    guard all.insert(id).inserted else { return }
    byLocal["\(id.namespace):\(id.local)", default: []].append(id)
  }

  mutating func refuse(_ namespace: String, _ local: String) { refused.insert("\(namespace):\(local)") }

  func isRefused(_ namespace: String, _ local: String) -> Bool { refused.contains("\(namespace):\(local)") }

  mutating func add(namespace: String) { wholeNamespaces.insert(namespace) }

  /// Everything of that name.
  func named(_ namespace: String, _ local: String) -> [GlobalID] { byLocal["\(namespace):\(local)"] ?? [] }

  func contains(_ id: GlobalID) -> Bool { all.contains(id) }

  func isWhole(_ namespace: String) -> Bool { wholeNamespaces.contains(namespace) }

  /// Names of these kinds near `local`.
  mutating func nearest(_ local: String, in namespace: String, kinds: [String]) -> [String] {
    guard remaining > 0 else { return [] }
    remaining -= all.count
    let candidates = all.filter { $0.namespace == namespace && (kinds.isEmpty || kinds.contains($0.kind)) }
    return NearestNames.of(local, among: Set(candidates.map(\.local)))
  }
}

extension ValueReader {
  /// Resolves a reference of one of `kinds` (any if empty). Another party's name that is not here stays a
  /// name; a name of a namespace that is here whole must exist.
  mutating func reference(_ text: String, _ kinds: [String], _ node: Node, path: String) -> GlobalID? {
    if hasFullNames { return fullName(text, kinds, node, path: path) }
    var (namespace, local) = (namespace, text)
    var kinds = kinds
    if let colon = text.firstIndex(of: ":") {
      (namespace, local) = (String(text[..<colon]), String(text[text.index(after: colon)...]))
    } else {
      let parts = text.split(separator: "/", maxSplits: 2).map(String.init)
      if parts.count == 3, Kinds.named(parts[1]) != nil, kinds.isEmpty || kinds.contains(parts[1]),
        names.isWhole(parts[0])
      {
        (namespace, kinds, local) = (parts[0], [parts[1]], parts[2])
      }
    }
    guard namespace == self.namespace || GlobalID.isNamespace(namespace), GlobalID.isLocal(local) else {
      report(.badName, node, path, .badName, [.quoted(text)], .chooseName)
      return nil
    }
    let found = names.named(namespace, local).filter { kinds.isEmpty || kinds.contains($0.kind) }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let options = found.map(\.full).sorted()
      problems.append(
        Problem(
          .ambiguousName, at: node.mark, field: path,
          rule: Phrase.ambiguousName.with(.quoted(text), .code(options.joined(separator: ", "))),
          remedy: Phrase.writeFullName.with(.code(options[0]))))
      return nil
    }
    if names.isRefused(namespace, local) {
      skipped.append(path)
      return nil
    }
    if !names.isWhole(namespace) { return GlobalID(namespace, kinds.first ?? "artifact", local) }
    let near = names.nearest(local, in: namespace, kinds: kinds)
      .map { namespace == self.namespace ? $0 : "\(namespace):\($0)" }
    let sort = kinds.isEmpty ? "record" : kinds.joined(separator: " / ")
    problems.append(
      Problem(
        .missingRecord, at: node.mark, field: path,
        rule: Phrase.missingRecord.with(.code(sort), .quoted(text)),
        remedy: near.isEmpty
          ? Phrase.recordIt.message : Phrase.nearest.with(.code(near.joined(separator: ", ")))))
    return nil
  }

  /// `namespace/kind/local`, of one of `kinds`.
  private mutating func fullName(_ text: String, _ kinds: [String], _ node: Node, path: String) -> GlobalID? {
    guard let id = GlobalID(full: text), id.isWellFormed, kinds.isEmpty || kinds.contains(id.kind) else {
      report(.badName, node, path, .badName, [.quoted(text)], .chooseName)
      return nil
    }
    return id
  }
}
