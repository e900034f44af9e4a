extension String {
  /// The bytes that canonical base64 spells.
  var fromBase64: [UInt8]? { Base64.decode(ArraySlice(utf8)) }

  /// The bytes that lower-case hexadecimal digits spell.
  var fromHex: [UInt8]? { Hex.decode(utf8) }
}
