import Measures
public import Records

/// What a log holds of those who may speak, read without its keys.
public enum AdmissionState {
  /// Reads it out of a store.
  /// - Throws: ``Problems``: there is no log, or it does not follow from its leaves.
  public static func read(_ store: any Store, places: Places) async throws(Problems) -> Admission {
    guard let head = try await store.head() else {
      throw .refused(.notAdmitted, .noGenesis, remedy: .initLedger)
    }
    var admission = Admission(places: places)
    try await admission.replayControl(store, upTo: head)
    return admission
  }
}
