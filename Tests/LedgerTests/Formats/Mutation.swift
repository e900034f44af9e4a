/// Changes of bytes as damage, or an attacker, makes them.
enum Mutation {
  /// One change, or several.
  static func random(of bytes: [UInt8], _ random: inout some RandomNumberGenerator) -> [UInt8] {
    var changed = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) { change(&changed, &random) }
    return changed
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout some RandomNumberGenerator) {
    guard !bytes.isEmpty else {
      bytes.append(UInt8.random(in: 0...255, using: &random))
      return
    }
    let index = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
    case 2: bytes.remove(at: index)
    case 3: bytes.removeSubrange(index...)
    case 4:
      bytes.insert(
        contentsOf: [0x0A, 0x20, 0x2B, 0x3D, 0x30, 0x0D].shuffled(using: &random).prefix(1), at: index)
    case 5: swapLines(&bytes, &random)
    case 6: repeatLine(&bytes, &random)
    case 7: bytes.append(contentsOf: bytes.suffix(bytes.count - index))
    default: dropLine(&bytes, &random)
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  private static func swapLines(_ bytes: inout [UInt8], _ random: inout some RandomNumberGenerator) {
    var lines = lines(bytes)
    lines.swapAt(
      Int.random(in: 0..<lines.count, using: &random), Int.random(in: 0..<lines.count, using: &random))
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private static func repeatLine(_ bytes: inout [UInt8], _ random: inout some RandomNumberGenerator) {
    var lines = lines(bytes)
    let index = Int.random(in: 0..<lines.count, using: &random)
    lines.insert(lines[index], at: Int.random(in: 0...lines.count, using: &random))
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private static func dropLine(_ bytes: inout [UInt8], _ random: inout some RandomNumberGenerator) {
    var lines = lines(bytes)
    lines.remove(at: Int.random(in: 0..<lines.count, using: &random))
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
