package import Records

/// The first thing in which an answer in a file is not the one that is made again.
package struct Difference: Hashable, Sendable {
  /// What differs: a pack, a fact, or the body that follows from them.
  package enum Kind: String, Sendable {
    case pack, fact, body
  }

  /// How it differs.
  package enum How: String, Sendable {
    /// The file names what is not here.
    case missing
    /// What is here is not named in the file.
    case unnamed
    /// Both have it, and it is another.
    case other
    /// The file names what is here and was not used.
    case unused
  }

  package let kind: Kind
  package let how: How
  /// The regime or record.
  package let name: String?
  /// Where in the answer.
  package let path: String
  /// What the file says and what is made again, as canonical JSON; `nil`: nothing.
  package let stated: String?
  package let made: String?

  package init(
    _ kind: Kind, _ how: How, _ name: String?, at path: String, stated: String?, made: String?
  ) {
    (self.kind, self.how, self.name, self.path) = (kind, how, name, path)
    (self.stated, self.made) = (stated, made)
  }
}

extension Difference {
  /// The first difference of two answers, the record named if what was said there differs; `nil`: they are the same
  /// bytes. `revision` gives that of the record which counts.
  package static func first(
    _ stated: JSON, _ made: JSON, revision: (String) -> Int?
  ) -> Difference? {
    guard let place = Place.first(stated, made) else { return nil }
    let (theirs, mine) = (Cited(stated), Cited(made))
    let (theirIDs, myIDs) = (Set(theirs.uses.keys), Set(mine.uses.keys))
    for id in theirIDs.subtracting(myIDs).sorted() + myIDs.subtracting(theirIDs).sorted() {
      let how: How = theirIDs.contains(id) ? (revision(id) == nil ? .missing : .unused) : .unnamed
      return Difference(
        .fact, how, id, at: (theirs.uses[id] ?? mine.uses[id])?.first?.path ?? "",
        stated: theirs.uses[id]?.first?.json.canonical, made: mine.uses[id]?.first?.json.canonical)
    }
    for id in theirIDs.sorted() {
      let (a, b) = (theirs.uses[id] ?? [], mine.uses[id] ?? [])
      let said = Set(b.map(\.said)), claimed = Set(a.map(\.said))
      guard said != claimed else { continue }
      let use = a.first { !said.contains($0.said) } ?? b.first { !claimed.contains($0.said) }
      // Who names it elsewhere has still left it out here.
      return Difference(
        .fact, claimed.isSubset(of: said) ? .unnamed : .other, id, at: use?.path ?? "",
        stated: a.first { !said.contains($0.said) }?.json.canonical,
        made: b.first { !claimed.contains($0.said) }?.json.canonical)
    }
    return Difference(
      .body, .other, nil, at: place.path, stated: place.stated?.canonical, made: place.made?.canonical)
  }
}

/// The records that an answer names, with what it says of each.
private struct Cited {
  struct Use {
    let path: String
    let json: JSON
    /// Revision, value and source, as bytes: letters that only look the same are not.
    let said: [UInt8]
  }

  private(set) var uses: [String: [Use]] = [:]

  init(_ json: JSON) { read(json, "") }

  private mutating func read(_ json: JSON, _ path: String) {
    switch json {
    case .array(let elements):
      for (index, element) in elements.enumerated() { read(element, "\(path)[\(index)]") }
    case .object(let members):
      if case .array(let facts)? = members["facts"] {
        for (index, fact) in facts.enumerated() { cite(fact, Place.path(path, "facts") + "[\(index)]") }
      }
      for key in members.keys.sorted() where key != "facts" {
        read(members[key] ?? .null, Place.path(path, key))
      }
    default: break
    }
  }

  private mutating func cite(_ fact: JSON, _ path: String) {
    guard case .object(let members) = fact, case .string(let id)? = members["id"] else { return }
    let said = JSON.object(members.filter { ["revision", "value", "source"].contains($0.key) })
    uses[id, default: []].append(Use(path: path, json: fact, said: Array(said.canonical.utf8)))
  }
}

/// The first place in which two values differ, members in their order.
private struct Place {
  let path: String
  let stated: JSON?
  let made: JSON?

  static func path(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  static func first(_ stated: JSON, _ made: JSON, _ path: String = "") -> Place? {
    switch (stated, made) {
    case (.object(let a), .object(let b)):
      for key in Set(a.keys).union(b.keys).sorted(by: {
        Array($0.utf16).lexicographicallyPrecedes(Array($1.utf16))
      }) {
        let below = Self.path(path, key)
        guard let mine = a[key], let other = b[key] else {
          return Place(path: below, stated: a[key], made: b[key])
        }
        if let place = first(mine, other, below) { return place }
      }
      return a.count == b.count ? keys(a, b, path) : Place(path: path, stated: stated, made: made)
    case (.array(let a), .array(let b)):
      for index in 0..<max(a.count, b.count) {
        let below = "\(path)[\(index)]"
        guard a.indices.contains(index), b.indices.contains(index) else {
          return Place(
            path: below, stated: a.indices.contains(index) ? a[index] : nil,
            made: b.indices.contains(index) ? b[index] : nil)
        }
        if let place = first(a[index], b[index], below) { return place }
      }
      return nil
    default:
      return Array(stated.canonical.utf8) == Array(made.canonical.utf8)
        ? nil : Place(path: path, stated: stated, made: made)
    }
  }

  /// Keys that Swift takes for the same and that are other bytes.
  private static func keys(_ a: [String: JSON], _ b: [String: JSON], _ path: String) -> Place? {
    let (mine, other) = (Set(a.keys.map { Array($0.utf8) }), Set(b.keys.map { Array($0.utf8) }))
    return mine == other ? nil : Place(path: path, stated: .object(a), made: .object(b))
  }
}
