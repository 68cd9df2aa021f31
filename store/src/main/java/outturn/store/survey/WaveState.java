package outturn.store.survey;

import java.time.Instant;
import java.util.Optional;

/// How a wave stands.
///
/// @param answered how many answered by now
/// @param unsent mails that wait to be sent
/// @param failed mails that were given up
/// @param error of the latest mail that could not be sent, without its address; empty for none
public record WaveState(
    Wave wave, int answered, int unsent, int failed, String error, Optional<Closing> closing) {

  /// That it closed.
  public record Closing(Instant at, String by) {}

  public boolean isOpen() {
    return closing.isEmpty();
  }
}
