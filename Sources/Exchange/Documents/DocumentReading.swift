import Measures
import Records

/// A document of another standard as it is read: things by what it calls them, properties under names of ours, findings.
struct DocumentReading {
  let file: String
  var outline: Outline
  var findings: [Problem] = []
  private var ids: [String: GlobalID] = [:]
  private var names: [String: UniqueNames] = [:]
  private var places: [GlobalID: Int] = [:]
  private var parties: Set<Outline.Party> = []

  init(file: String, namespace: String?) {
    self.file = file
    let isOurs = namespace.map { GlobalID.isNamespace($0) && $0 != RecordReader.publicNamespace } ?? false
    outline = Outline(namespace: isOurs ? namespace ?? "" : "imported")
  }

  mutating func note(_ code: Problem.Code, _ node: Node?, _ rule: Message, _ remedy: Phrase) {
    findings.append(
      Problem(code, at: node?.mark ?? Mark(file: file, line: 0), rule: rule, remedy: remedy.message))
  }

  /// Keeps the names that these references already are for them.
  mutating func reserve(_ references: [String]) {
    for case let id? in Set(references).map({ GlobalID(full: $0) }) where id.namespace == outline.namespace {
      _ = names[id.kind, default: UniqueNames()].take(id.local, else: id.kind)
    }
  }

  /// The thing that the document calls `reference`: its full name if it is one, else a name made of what people call it.
  mutating func id(_ reference: String, kind: String, name: String?) -> GlobalID {
    if let known = ids["\(kind) \(reference)"] { return known }
    let id: GlobalID
    if let full = GlobalID(full: reference), full.isWellFormed, full.kind == kind {
      id = full
    } else {
      let local = names[kind, default: UniqueNames()].take(Slug.of(name ?? reference), else: kind).local
      id = GlobalID(outline.namespace, kind, local)
    }
    ids["\(kind) \(reference)"] = id
    return id
  }

  /// What the document says of an artifact; what it is only named as gives way to what is said of it.
  mutating func put(_ artifact: Outline.Artifact, isNamed: Bool = false) {
    guard let place = places[artifact.id] else {
      places[artifact.id] = outline.artifacts.count
      return outline.artifacts.append(artifact)
    }
    if !isNamed { outline.artifacts[place] = artifact }
  }

  /// Somebody whom the document names.
  mutating func party(_ name: String?, reference: String? = nil) -> GlobalID? {
    guard let name = name?.cleaned, !name.isEmpty else { return nil }
    let id = id(reference ?? name, kind: "party", name: name)
    let party = Outline.Party(id, name: name == id.local ? nil : name)
    if parties.insert(party).inserted { outline.parties.append(party) }
    return id
  }

  /// Takes properties of ours: records whole, figures.
  mutating func take(_ properties: [Outline.Property], of id: GlobalID?, at node: Node) {
    for property in properties {
      switch property.name {
      case PropertyName.record:
        guard let record = CarriedRecord(property.value, in: outline.namespace, mark: node.mark) else {
          note(
            .notTaken, node, Phrase.documentNoRecord.with(.quoted(String(property.value.prefix(60)))),
            .checkSource)
          continue
        }
        if outline.carried[record.id]?.contains(record) != true {
          outline.carried[record.id, default: []].append(record)
        }
      case PropertyName.title + ".en", PropertyName.title + ".fr":
        let (en, fr) = (outline.title?.en ?? "", outline.title?.fr ?? "")
        outline.title =
          property.name.hasSuffix("en")
          ? Bilingual(en: property.value, fr: fr) : Bilingual(en: en, fr: property.value)
      case let name where name.hasPrefix("ecluse:flop."):
        if let id { outline.properties[id, default: []].append(property) }
      default: break
      }
    }
  }
}
