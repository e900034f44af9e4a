import Foundation
import Measures
import Records
import RecordsIO
import TestSupport
import Testing

@testable import Lineage

/// The table of accelerators that ships.
@Suite struct HardwareTableTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  private let tree: Node
  private let table: HardwareTable

  init() throws {
    tree = try ShippedTexts.tree("Vocabulary/hardware.yaml")
    table = try HardwareTable(tree)
  }

  private func rate(_ text: String) throws -> Ratio { try Quantity(text).value }

  /// The fields of one line of comma-separated values, quoted ones included.
  private func fields(_ line: Substring) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) {
      result, part in
      guard part.offset.isMultiple(of: 2) else { return result[result.count - 1] += part.element }
      let pieces = part.element.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      result[result.count - 1] += pieces[0]
      result += pieces.dropFirst()
    }
  }

  /// Every accelerator that the public record names has a row, by its name or by another one in use.
  @Test func namesThePublicRecord() throws {
    let text = try String(
      contentsOfFile: "\(Self.root)/scripts/public-record/public-record-facts.csv", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let column = try #require(fields(lines[0]).firstIndex(of: "hardware"))
    let named = Set(
      lines.dropFirst().flatMap { fields($0)[column].split(separator: ",") }.map {
        $0.trimmingCharacters(in: .whitespaces)
      })
    #expect(named.count > 20)
    #expect(named.filter { table.id(named: $0) == nil }.sorted() == [])
  }

  /// Each row says what it is, where from and how sure; no id or name means two rows.
  @Test func everyRowIsWhole() throws {
    let entries = try #require(tree["hardware"]?.entries)
    var names: [String: String] = [:]
    for entry in entries {
      let chip = try #require(table[entry.key], "\(entry.key)")
      #expect(entry.key == entry.key.lowercased() && GlobalID.isLocal(entry.key))
      #expect(!chip.peaks.isEmpty && chip.fastest != nil, "\(entry.key)")
      #expect(Set(chip.peaks.keys).isSubset(of: Kinds.precisions + ["fp64"]), "\(entry.key)")
      if entry.value["variants"] == nil {
        #expect(entry.value["source"]?.text?.isEmpty == false, "\(entry.key)")
        #expect(entry.value["confidence"]?.text?.first.map { "ABCD".contains($0) } == true, "\(entry.key)")
        #expect(entry.value["year"]?.text.flatMap { Int($0) }.map { (2005...2026).contains($0) } == true)
      }
      for name in Set([chip.name] + chip.also + [entry.key]) {
        #expect(table.id(named: name) == entry.key, "\(name)")
        #expect(names.updateValue(entry.key, forKey: name) == nil, "\(name)")
      }
    }
  }

  /// Half the bits are twice as fast, and not four times, as a figure with sparsity would be.
  @Test func noPeakCountsSparsity() throws {
    // NVIDIA's Blackwell Ultra triples at four bits, AWS's Trainium3 nearly quadruples at eight.
    let exempt: Set = ["b300-sxm", "gb300-gpu", "trn3"]
    for (id, chip) in table.chips where !exempt.contains(id) {
      // Some consumer parts halve bf16.
      let half = chip.peaks["fp16"] ?? chip.peaks["bf16"]
      for (wide, narrow) in [(half, "fp8"), (half, "int8"), (chip.peaks["fp8"], "fp4")] {
        guard let slow = wide?.high, let fast = chip.peaks[narrow]?.high else { continue }
        #expect(try fast < slow.multiplied(by: Ratio(3)), "\(id) \(narrow)")
      }
    }
  }

  /// Where two sources differ, the higher figure stands.
  @Test(arguments: [
    ("ascend-910c", "bf16", "800"), ("ascend-910c", "int8", "1600"), ("b200-sxm", "tf32", "1125"),
    ("rtx-4090", "bf16", "330.3"), ("rtx-3090-ti", "bf16", "160"), ("h800-sxm", "fp64", "29.65"),
    ("mi350x", "fp16", "2340"), ("h200-sxm", "bf16", "989.5"),
  ])
  func theHigherFigureStands(_ id: String, _ precision: String, _ peak: String) throws {
    #expect(try table[id]?.peaks[precision] == Bounds(exactly: rate("\(peak) TFLOP/s")))
  }

  /// A name that does not say which is meant lies between the slowest and the fastest; where they compute alike it is one.
  @Test func aNameWithoutVariant() throws {
    let volta = try #require(table["v100"]?.peaks["fp16"])
    #expect(try volta == Bounds(low: rate("112 TFLOP/s"), best: nil, high: rate("130 TFLOP/s")))
    #expect(try table["a100"]?.peaks["bf16"] == Bounds(exactly: rate("312 TFLOP/s")))
    for entry in tree["hardware"]?.entries ?? [] {
      for variant in entry.value["variants"]?.elements ?? [] {
        let chip = try #require(table[variant.text ?? ""], "\(entry.key)")
        let (most, its) = try (#require(table[entry.key]?.fastest?.high), #require(chip.fastest?.high))
        #expect(its <= most, "\(entry.key)")
      }
    }
  }

  /// In a cluster and in an estimate the fastest bounds it above, the slowest below.
  @Test func whatItMayBeCounts() throws {
    let dossier = try Dossier(
      "- cluster: c\n  complete: [devices]\n  devices: [{ chips: 10 x v100 }]\n"
        + "- activity: r\n  kind: pretraining\n  compute: [{ method: hardware, chip-hours: 1, chip: v100, precision: fp16, utilisation: 1 }]\n"
    )
    let estimator = try Dossier.estimator()
    let cluster = try #require(dossier.records.first { $0.kind == "cluster" })
    let asOf = try Moment("2026-11-21").last
    let capability = estimator.capability(of: cluster, at: asOf)
    #expect(try capability == Bounds(low: rate("1120 TFLOP/s"), best: nil, high: rate("1300 TFLOP/s")))
    #expect(try estimator.greatestCapability(of: cluster, from: nil, to: asOf) == rate("1300 TFLOP/s"))
    let estimate = try #require(dossier.records.first { $0.kind == "activity" }?["compute"]?.elements.first)
    #expect(
      try estimator.bounds(estimate)
        == Bounds(low: 403_200_000_000_000_000, best: nil, high: 468_000_000_000_000_000))
  }

  /// Ids have no case: in the accelerators of an estimate, in its class, in clusters.
  @Test(arguments: ["h100-sxm", "H100-SXM", "H100-sxm"]) func anyCase(_ id: String) throws {
    let text =
      "- cluster: c\n  complete: [devices]\n  devices: [{ chips: 2 x \(id) }]\n"
      + "- activity: r\n  kind: pretraining\n  compute:\n"
      + "    - { method: hardware, chips: 2 x \(id), hours: 1, utilisation: 1 }\n"
      + "    - { method: hardware, chip-hours: 2, chip: \(id), utilisation: 1 }\n"
    let (records, estimator) = try (Dossier(text).records, Dossier.estimator())
    #expect(estimator.problems(in: records).isEmpty)
    let cluster = try #require(records.first { $0.kind == "cluster" })
    #expect(
      try estimator.capability(of: cluster, at: Moment("2026-11-21").last)
        == Bounds(exactly: rate("3957.8 TFLOP/s")))
    let estimates = try #require(records.first { $0.kind == "activity" }?["compute"]?.elements)
    for estimate in estimates { #expect(try estimator.bounds(estimate).best == 7_123_680_000_000_000_000) }
  }

  /// Somebody who writes its name is told its id, and near ones where nothing has that name.
  @Test(arguments: [
    ("h100-smx", ["h100-sxm"]), ("NVIDIA-A100-SXM4-80GB", ["a100-sxm-80"]), ("tpu-v9", nil), ("abacus", []),
  ]) func whatIsProposed(_ written: String, _ expected: [String]?) {
    let near = table.near(written)
    if let expected {
      #expect(near.starts(with: expected) && near.isEmpty == expected.isEmpty)
    } else {
      #expect(near.count == 3 && near.allSatisfy { $0.hasPrefix("tpu-v") })
    }
  }
}
