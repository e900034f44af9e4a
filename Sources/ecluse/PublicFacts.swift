import Lineage
import Measures
import Records
import Regimes

extension ComputeGraph {
  /// Whether a subject, or anything in its lineage, is of the public record.
  func restsOnPublicRecord(_ subjects: some Sequence<GlobalID>) -> Bool {
    var seen: Set<Int> = []
    var stack: [Int] = []
    for id in subjects {
      if id.isPublic { return true }
      stack += sources(of: id) + (positions[identity(id)].map { [$0] } ?? [])
    }
    while let position = stack.popLast() {
      guard seen.insert(position).inserted else { continue }
      let activity = activities[position]
      if activity.id.isPublic || activity.records.contains(where: \.isPublic) { return true }
      for link in links[position] {
        if link.artifact?.isPublic == true { return true }
        stack.append(link.source)
      }
    }
    return false
  }
}

extension GlobalID {
  fileprivate var isPublic: Bool { namespace == RecordReader.publicNamespace }
}

extension Assessment {
  /// Whether an answer rests on anything of the public record.
  var usesPublicRecord: Bool {
    let models = subjects.compactMap { judge.model(of: $0) }
    return graph.restsOnPublicRecord(subjects + models)
      || determinations.contains { determination in
        determination.facts.contains { $0.id.hasPrefix(RecordReader.publicNamespace + "/") }
      }
  }
}
