import Glibc
import Measures
import Records

/// The operands of a command: a dossier if a folder of that name exists, then names. Where only a dossier is
/// meant, whatever stands there is one.
func operands(
  _ arguments: [String], isDossier: Bool = false
) throws(Problems) -> (dossier: String?, names: [String]) {
  guard let first = arguments.first else { return (nil, []) }
  var status = stat()
  let exists = stat(first, &status) == 0
  if exists, status.st_mode & S_IFMT != S_IFDIR,
    isDossier || first.contains("/") || [".yaml", ".yml", ".json"].contains(where: first.hasSuffix)
  {
    let folder = first.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    throw Problems([
      Problem(
        .unreadable, at: nil, rule: Phrase.fileNotFolder.with(.code(first)),
        remedy: Phrase.nameFolder.with(.code(folder.isEmpty ? "." : folder)))
    ])
  }
  let isPath = first.hasPrefix("./") || first.hasPrefix("/") || first.hasSuffix("/")
  let isFolder = isDossier || exists && status.st_mode & S_IFMT == S_IFDIR || isPath && !first.contains(":")
  return isFolder ? (first, Array(arguments.dropFirst())) : (nil, arguments)
}

extension Workspace {
  /// The ids of a kind that operands name, or all of the dossier's.
  /// - Parameter mayBeFolder: whether the first name, without a dossier, may have meant a folder.
  func ids(named names: [String], kinds: Set<String>, mayBeFolder: Bool = false) throws(Problems)
    -> [GlobalID]
  {
    guard !names.isEmpty else {
      var seen: Set<GlobalID> = []
      return subjectRecords.map(\.id).filter { kinds.contains($0.kind) && seen.insert($0).inserted }.sorted()
    }
    let known = tables.ids.filter { kinds.contains($0.kind) }
    var result: [GlobalID] = []
    var problems: [Problem] = []
    for (index, name) in names.enumerated() {
      let found = things(named: name, among: known)
      if found.count == 1 {
        result.append(found[0])
      } else if found.count > 1 {
        let forms = found.map { "\($0)" }.joined(separator: ", ")
        problems.append(
          Problem(
            .ambiguousName, at: nil, rule: Phrase.ambiguousName.with(.code(name), .code(forms)),
            remedy: Phrase.writeFullName.with(.code("\(found[0])"))))
      } else {
        let isAlone = mayBeFolder && index == 0 && dossier == nil && !name.contains(":")
        problems.append(missing(name, kinds, known, mayBeFolder: isAlone))
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return result
  }

  /// What a name may mean, from the first of these places that has it: the dossier's own namespace, the others of
  /// its folder, the public record. What nothing has for its id may be what people call it.
  private func things(named name: String, among known: [GlobalID]) -> [GlobalID] {
    func ids(_ local: String, _ isIn: (String) -> Bool) -> [GlobalID] {
      let found = known.filter { $0.local == local && isIn($0.namespace) }
      // Of one namespace a thing comes before what was done to it.
      return Dictionary(grouping: found, by: \.namespace).sorted { $0.key < $1.key }.compactMap { _, ids in
        ids.first { $0.kind == "artifact" } ?? ids.first
      }
    }
    if let colon = name.firstIndex(of: ":") {
      let found = ids(String(name[name.index(after: colon)...])) { $0 == name[..<colon] }
      if !found.isEmpty { return found }
    }
    let home = dossier?.namespace ?? RecordReader.publicNamespace
    let places: [(String) -> Bool] = [
      { $0 == home }, { $0 != home && $0 != RecordReader.publicNamespace },
      { $0 == RecordReader.publicNamespace },
    ]
    for isIn in places {
      let found = ids(name, isIn)
      if !found.isEmpty { return found }
    }
    let full = known.filter { $0.full == name }
    if !full.isEmpty { return full }
    let titles = titles
    let titled = known.filter { titles[$0] == name.lowercased() }
    // What nothing is called may be an id in other capitals.
    let spelt = known.filter { $0.local.lowercased() == name.lowercased() }
    let things = spelt.contains { $0.kind == "artifact" } ? spelt.filter { $0.kind == "artifact" } : spelt
    for candidates in [titled, things] {
      for isIn in places {
        let found = candidates.filter { isIn($0.namespace) }
        if !found.isEmpty { return found }
      }
    }
    return known.filter { $0.description.lowercased() == name.lowercased() }
  }

  /// What things are called for people, in small letters.
  private var titles: [GlobalID: String] {
    Dictionary(
      ((dossier?.records ?? []) + (publicRecord?.records ?? [])).compactMap { record in
        record["name"]?.text.map { (record.id, $0.lowercased()) }
      }, uniquingKeysWith: { _, last in last })
  }

  private func missing(_ name: String, _ kinds: Set<String>, _ known: [GlobalID], mayBeFolder: Bool)
    -> Problem
  {
    let near = nearest(name, known)
    let rule =
      mayBeFolder
      ? Phrase.neitherFolderNorName.with(.code(name))
      : kinds.count > 2
        ? Phrase.nothingNamed.with(.code(name))
        : Phrase.missingRecord.with(.either(kinds.sorted()), .code(name))
    let remedy =
      near.isEmpty
      ? (mayBeFolder ? Phrase.nameFolderOrThing : .recordIt).message
      : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))
    return Problem(.missingRecord, at: nil, rule: rule, remedy: remedy)
  }

  /// Names near what was written, as they would be written: misspelt, or a part of the name or of the title.
  private func nearest(_ name: String, _ known: [GlobalID]) -> [String] {
    let home = dossier?.namespace ?? RecordReader.publicNamespace
    let local = name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    let wanted = local.lowercased().replacing(" ", with: "-")
    let titles = titles.mapValues { $0.replacing(" ", with: "-") }
    let misspelt = NearestNames.of(wanted, among: Set(known.map(\.local)))
    let found =
      misspelt.flatMap { near in known.filter { $0.local == near } }
      + known.filter {
        $0.kind == "artifact" && ($0.local.contains(wanted) || titles[$0]?.contains(wanted) == true)
      }
    var seen: Set<String> = []
    return Array(
      found.map { $0.namespace == home ? $0.local : $0.description }.filter { seen.insert($0).inserted }
        .prefix(5))
  }
}

extension Phrase {
  /// The remedy for a wrong word of a closed list: the nearest, or else all.
  static func nearestOrAll(_ wrong: String, _ names: [String]) -> Message {
    let bare = names.compactMap { name in
      name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) }
    }
    var near = NearestNames.of(wrong, among: names + bare)
    if near.isEmpty { near = names.filter { $0.contains(wrong) } }
    return near.isEmpty
      ? Phrase.oneOf.with(.code(names.joined(separator: ", ")))
      : didYouMean.with(.code(near.joined(separator: ", ")))
  }
}
