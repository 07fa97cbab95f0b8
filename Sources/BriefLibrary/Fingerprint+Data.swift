import BriefModel
import Foundation

extension Fingerprint {
  /// The bytes as the database takes them.
  var data: Data { Data(bytes) }
}
