import Crypto

/// The file form of a benchmark graph: little-endian 64-bit numbers of nodes and edges, an offset for each node
/// and one at the end (64 bits), the parents (32 bits), and the weights as drawn (64-bit floating point).
public enum GraphFile {
  /// Everything before the weights: what the shape of the graph is known by.
  public static func topology(of graph: BenchmarkGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 + 8 * graph.offsets.count + 4 * graph.parents.count)
    append(UInt64(graph.nodeCount), to: &bytes)
    append(UInt64(graph.parents.count), to: &bytes)
    for offset in graph.offsets { append(offset, to: &bytes) }
    for parent in graph.parents { append(parent, to: &bytes) }
    return bytes
  }

  /// The whole file.
  public static func bytes(of graph: BenchmarkGraph) -> [UInt8] {
    var bytes = topology(of: graph)
    for weight in graph.drawn { append(weight.bitPattern, to: &bytes) }
    return bytes
  }

  /// The first 16 hexadecimal digits of the SHA-256 of `bytes`.
  public static func fingerprint(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(8)
      .map { byte in String(UInt16(byte) | 0x100, radix: 16).dropFirst() }
      .joined()
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
