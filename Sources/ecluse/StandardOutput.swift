import Glibc
import Measures
import RecordsIO

/// Prints a line, or ends with 74: an answer that did not reach its reader is no answer.
func print(_ text: String) {
  var bytes = Array(text.utf8)[...]
  bytes.append(0x0A)
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else {
      let reason = SystemReason.message(errno)
      StandardError().write(
        Phrase.unwritable.with(.message(Phrase.standardOutput.message), .message(reason)).text(
          Language.spoken) + "\n")
      exit(Exit.inputOutput)
    }
    bytes = bytes.dropFirst(count)
  }
}
