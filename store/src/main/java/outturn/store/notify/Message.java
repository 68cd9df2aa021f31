package outturn.store.notify;

import java.time.Instant;
import java.util.Map;

/// A message that is to be sent, at each try the same.
///
/// @param uid for receivers to tell a repeated one by
/// @param facts for programs
/// @param tries with this one
public record Message(
    long id, String uid, String channel, Said said, Instant made, int tries, Instant giveUp) {

  /// What it says.
  public record Said(String title, String text, Map<String, Object> facts) {}
}
