package outturn.outcome.stake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import outturn.outcome.words.ProbabilityWords;
import outturn.outcome.words.Titles;

/// That something is at risk no more, in words for those who were told that it was.
///
/// @param headline what became of it, in few words
public record Over(String headline, String text) {
  private static final String SAFE = "No longer at risk";

  /// The work is done; late or not.
  ///
  /// @param done with the end that it had
  /// @param output as in [Stake#outputName]
  public static Over done(Threat done, Instant end, String output, Ends ends, Instant now) {
    if (end.isAfter(done.due())) {
      var text =
          AtRisk.of(List.of(done), ends, now).stakes().stream()
              .filter(stake -> stake.outputName().equals(output))
              .map(Stake::text)
              .collect(Collectors.joining("\n"));
      return new Over("Done late", text);
    }
    var clock = clock(done, ends, now);
    var before = Clock.span(Duration.between(end, done.due()));
    return new Over(
        SAFE,
        "%s: done at %s, %s before the promise (%s)."
            .formatted(name(output), clock.time(end), before, clock.time(done.due())));
  }

  /// Whether it will most likely be in time after all.
  public static boolean isCaughtUp(Threat threat) {
    return threat.standing() == Threat.Standing.PREDICTED
        && threat.chance() >= AtRisk.SAFE
        && threat.likelyEnd().isPresent();
  }

  /// @param threat a deadline that will most likely be kept
  public static Over caughtUp(Threat threat, String output, Ends ends, Instant now) {
    var clock = clock(threat, ends, now);
    var end = threat.likelyEnd().map(at -> "expected at %s, ".formatted(clock.time(at))).orElse("");
    return new Over(
        SAFE,
        "%s: %spromised for %s; chance of keeping it %s."
            .formatted(
                name(output),
                end,
                clock.time(threat.due()),
                ProbabilityWords.number(threat.chance())));
  }

  /// What was to be done was cancelled, and nobody began it anew.
  public static Over cancelled(Threat threat, String output, Ends ends, Instant now) {
    var due = clock(threat, ends, now).time(threat.due());
    return new Over(
        "Cancelled",
        "%s: promised for %s, and not done: the run for %s was cancelled."
            .formatted(name(output), due, threat.promised().businessDate()));
  }

  /// The work succeeded without the task that was promised.
  public static Over withoutIt(LocalDate businessDate, String output) {
    return new Over(
        SAFE,
        "%s: the run for %s succeeded, and had no need of what was promised."
            .formatted(name(output), businessDate));
  }

  /// No service promises it any more.
  public static Over promisedNoMore(String output) {
    return new Over("No longer promised", name(output) + ": no service promises it any more.");
  }

  private static Clock clock(Threat threat, Ends ends, Instant now) {
    return new Clock(now, ends.zone(threat.promised().workflow()));
  }

  /// `Visit lists` of `repairs/visit-lists`.
  private static String name(String output) {
    return Titles.first(output.substring(output.indexOf('/') + 1).replace('-', ' '));
  }
}
