package outturn.definition.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// One line of `notify:`.
///
/// @param channel its name
/// @param longerThan from when on a run is long
/// @param deadline the only one that counts for what is about deadlines; empty for all
public record Rule(
    Set<Occasion> on, String channel, Optional<Duration> longerThan, Optional<String> deadline) {
  public Rule {
    on = Set.copyOf(on);
  }
}
