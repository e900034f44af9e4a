import Measures
import Records

/// How many parameters weights have, from the heads of their safetensors files. No weight is read.
struct CheckpointWeights {
  /// Longer heads are refused.
  static let maximumHead = 64 << 20

  private(set) var total: UInt128 = 0
  /// Those of tables of embeddings, by the names of their tensors.
  private(set) var embedded: UInt128 = 0

  /// Adds a file.
  /// - Parameters:
  ///   - head: its first bytes: the length of the head, then the head.
  ///   - size: how many bytes the file has.
  /// - Returns: whether it is whole and was understood.
  mutating func add(_ head: [UInt8], size: Int, file: String) -> Bool {
    guard head.count > 8, let length = Self.length(head), head.count == 8 + length,
      let tree = try? JSONReader.read(Array(head[8...]), file: file), let tensors = tree.entries
    else { return false }
    var (total, embedded, end) = (UInt128(0), UInt128(0), 0)
    for tensor in tensors where tensor.key != "__metadata__" {
      guard let shape = tensor.value["shape"]?.elements,
        let offsets = tensor.value["data_offsets"]?.elements, offsets.count == 2,
        let last = offsets[1].text.flatMap(Int.init), last >= 0
      else { return false }
      var count: UInt128 = 1
      for part in shape {
        guard let extent = part.text.flatMap(UInt64.init) else { return false }
        let (product, isOverflow) = count.multipliedReportingOverflow(by: UInt128(extent))
        guard !isOverflow else { return false }
        count = product
      }
      guard let more = try? total.adding(count) else { return false }
      total = more
      end = max(end, last)
      if Self.isEmbedding(tensor.key) { embedded += count }
    }
    // A file that was not written to its end holds less than its head says.
    guard size >= 8 + length + end, let sum = try? self.total.adding(total) else { return false }
    self.total = sum
    self.embedded += embedded
    return true
  }

  /// The length of a head from its first eight bytes; `nil`: none, or too long.
  static func length(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 8 else { return nil }
    let value = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return value > 0 && value <= UInt64(maximumHead) ? Int(value) : nil
  }

  private static func isEmbedding(_ name: String) -> Bool {
    name.lowercased().contains(/emb|wte|wpe/)
  }
}
