package outturn.runtime.impact;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outturn.definition.outcome.Outcome;
import outturn.outcome.period.Periods;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.register.Reviews;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.project.InForce;
import outturn.store.json.Json;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.KeptEvidence;
import outturn.store.project.ProjectReader;

/// Runs the analyses of outcomes on their review dates and keeps what they find.
///
/// A review is read when its last period has a value. One that is late is waited for, 30 days at
/// most; where the review was over before anybody defined the outcome, values are being loaded, and
/// it is waited for as long as it takes.
public final class Demonstrating {
  private static final String BY = "server";
  private static final Duration PATIENCE = Duration.ofDays(30);

  private final InForce inForce;
  private final Outcomes outcomes;
  private final Impacts impacts;
  private final EvidenceRecords evidence;
  private final ProjectReader projects;
  private final InstantSource clock;

  public Demonstrating(
      InForce inForce,
      Outcomes outcomes,
      Impacts impacts,
      EvidenceRecords evidence,
      ProjectReader projects,
      InstantSource clock) {
    this.inForce = inForce;
    this.outcomes = outcomes;
    this.impacts = impacts;
    this.evidence = evidence;
    this.projects = projects;
    this.clock = clock;
  }

  /// What came of a wish to read a review again.
  public sealed interface Corrected {
    /// @param evidence the new version, or the last one if nothing else was found
    record Done(KeptEvidence evidence) implements Corrected {}

    record NoSuchOutcome() implements Corrected {}

    /// @param why with what to do
    record Refused(String why) implements Corrected {}
  }

  /// Reads what is due. Only outcomes with a review that is over and not kept are looked at.
  public void step() {
    var kept = evidence.reviews();
    for (var entry : inForce.outcomes()) {
      var over = over(entry.value(), kept.getOrDefault(entry.name(), Set.of()));
      if (over.isEmpty()) continue;
      outcomes
          .find(entry.name())
          .ifPresent(placed ->
              over.stream().filter(day -> isReady(placed, day)).forEach(day -> keep(placed, day)));
    }
  }

  /// Reads the latest review of an outcome that is kept again: values may have been corrected.
  public Corrected correct(String name, String by, String reason) {
    var entry = outcomes.find(name);
    if (entry.isEmpty()) return new Corrected.NoSuchOutcome();
    var history = evidence.history(name);
    if (history.isEmpty()) {
      return new Corrected.Refused(
          "nothing is kept of outcome '%s' that could be corrected: its first review %s"
              .formatted(name, firstReview(entry.get())));
    }
    var last = history.getFirst();
    var read = impacts.read(entry.get(), last.review());
    if (!read.isFound()) {
      return new Corrected.Refused("nothing can be read any more: " + refusal(read));
    }
    return new Corrected.Done(
        evidence.correct(last, found(read), by, reason, clock.instant(), mail(entry.get())));
  }

  private static String firstReview(InForce.Entry<OutcomePosition> entry) {
    return Reviews.of(entry.value().outcome()).stream()
        .findFirst()
        .map(day -> "is on " + day + ", and is read when its last period has a value")
        .orElse("has no date: say it under review:");
  }

  private static String refusal(Impacts.Read read) {
    return read.measured().stream()
        .flatMap(each -> each.finding().refusal().stream())
        .map(why -> why.text())
        .findFirst()
        .orElse("it has no measure");
  }

  private List<LocalDate> over(Outcome outcome, Set<LocalDate> kept) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Reviews.of(outcome).stream()
        .filter(day -> !day.isAfter(today) && !kept.contains(day))
        .toList();
  }

  private boolean isReady(InForce.Entry<OutcomePosition> entry, LocalDate review) {
    var end = review.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    if (entry.value().measures().stream().allMatch(each -> isComplete(each, end))) return true;
    return clock.instant().isAfter(end.plus(PATIENCE)) && isLive(entry, end);
  }

  private static boolean isComplete(Position position, Instant end) {
    var rhythm = position.measure().rhythm();
    var last = new Periods(rhythm.cadence()).lastKnown(end, rhythm);
    return position
        .standing()
        .latest()
        .filter(latest -> !latest.period().isBefore(last))
        .isPresent();
  }

  /// Whether the outcome was defined before the review was over.
  private boolean isLive(InForce.Entry<OutcomePosition> entry, Instant end) {
    return projects.history(entry.project()).stream()
        .anyMatch(version -> version.applied().isBefore(end));
  }

  private void keep(InForce.Entry<OutcomePosition> entry, LocalDate review) {
    var read = impacts.read(entry, review);
    if (read.isFound()) {
      evidence.keep(entry.name(), review, found(read), BY, clock.instant(), mail(entry));
    }
  }

  /// The channel by which people hear of what is kept.
  private static Optional<String> mail(InForce.Entry<OutcomePosition> entry) {
    return entry.value().outcome().appraisal().mail();
  }

  private static KeptEvidence.Found found(Impacts.Read read) {
    return new KeptEvidence.Found(
        read.registration().badge().word(),
        read.registration().now().hash(),
        Json.encode(read.json()));
  }
}
