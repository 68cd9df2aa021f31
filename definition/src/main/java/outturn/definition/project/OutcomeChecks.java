package outturn.definition.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.definition.notify.Channel;
import outturn.definition.notify.Target;
import outturn.definition.outcome.Lever;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.OutcomeReader;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Checks outcomes against the changes that start their levers, and against channels.
final class OutcomeChecks {
  private final Catalog<Change> changes;
  private final Catalog<Channel> channels;
  private final Problems problems;

  OutcomeChecks(Catalog<Change> changes, Catalog<Channel> channels, Problems problems) {
    this.changes = changes;
    this.channels = channels;
    this.problems = problems;
  }

  void check(List<OutcomeReader.Read> outcomes) {
    for (var read : outcomes) {
      read.mail().ifPresent(position -> checkMail(read.outcome(), position));
      for (var index = 0; index < read.outcome().goals().size(); index++) {
        check(read.outcome(), read.outcome().goals().get(index), read.baselineEnds().get(index));
      }
    }
  }

  /// A statement has a file with it, which only mail takes.
  private void checkMail(Outcome outcome, Position position) {
    outcome
        .appraisal()
        .mail()
        .flatMap(channels::find)
        .filter(channel -> !(channel.target() instanceof Target.Mail))
        .ifPresent(channel ->
            problems.add(
                position,
                "not-mail",
                "the channel '%s' is not one of mail".formatted(channel.name()),
                "impact statements go by mail, with a PDF: name a channel with mail:"));
  }

  /// A baseline that a lever already moved is no before.
  private void check(Outcome outcome, Outcome.Goal goal, Position position) {
    if (goal.baseline().isEmpty()) return;
    var end = goal.baseline().get().to();
    for (var lever : outcome.levers()) {
      var start = start(lever);
      if (!lever.moves().equals(goal.measure()) || start.isEmpty()) continue;
      if (end.isBefore(start.get())) continue;
      problems.add(
          position,
          "baseline-too-late",
          "the baseline ends on %s, the lever '%s' starts on %s"
              .formatted(end, lever.name(), start.get()),
          "end the baseline before the first lever");
      return;
    }
  }

  private Optional<LocalDate> start(Lever lever) {
    var start =
        lever
            .start()
            .actual()
            .or(lever.start()::planned)
            .or(() -> lever.start().change().flatMap(changes::find).map(Change::date));
    return Stream.concat(start.stream(), lever.spread().rollout().values().stream())
        .min(LocalDate::compareTo);
  }
}
