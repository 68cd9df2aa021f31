package outturn.definition.outcome;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What will be tested, written before the data is in.
///
/// @param intervention the change whose effect is asked for
/// @param controls measures or groups that the intervention does not reach
/// @param transition left out after the intervention
/// @param registerBy the day from which it is locked
/// @param review when it is run
/// @param mail the channel by which people get the impact statement; no part of what is locked
public record Analysis(
    String intervention,
    Design design,
    List<String> controls,
    Optional<Duration> transition,
    Optional<LocalDate> registerBy,
    List<LocalDate> review,
    Optional<String> mail) {

  public Analysis {
    controls = List.copyOf(controls);
    review = List.copyOf(review);
  }

  /// How cause and effect are told apart.
  public enum Design {
    BEFORE_AFTER,
    INTERRUPTED_TIME_SERIES,
    DIFFERENCE_IN_DIFFERENCES,
    SYNTHETIC_CONTROL,
    STAGGERED
  }
}
