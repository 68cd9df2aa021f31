package outturn.runtime.ahead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import outturn.engine.run.RunId;
import outturn.store.run.RunEntry;

/// Why a workflow does not run for a date: a sentence, and all that was found.
public record Explained(String workflow, LocalDate date, String sentence, List<Reason> reasons) {
  /// What says most about a date without a run, first.
  private static final List<String> WEIGHT =
      List.of("started", "missed", "skipped", "held", "ahead", "unseen");

  public Explained {
    reasons = List.copyOf(reasons);
  }

  /// One thing that was found.
  ///
  /// @param kind for programs
  /// @param text a sentence without its full stop
  public record Reason(
      String kind,
      Optional<String> schedule,
      Optional<Instant> due,
      Optional<RunId> run,
      String text) {}

  /// @param ran the runs for the date, newest first
  static Explained of(
      String workflow, LocalDate date, LocalDate today, List<RunEntry> ran, List<Reason> reasons) {
    var sentence =
        ran.isEmpty()
            ? "%s %s".formatted(workflow, without(date, today, reasons))
            : "%s %s".formatted(workflow, with(date, ran));
    return new Explained(workflow, date, sentence, reasons);
  }

  private static String with(LocalDate date, List<RunEntry> ran) {
    var newest = ran.getFirst().row();
    var verb = newest.state().ended() ? "ran" : "runs";
    var more =
        ran.size() > 1
            ? ", and %s more".formatted(ran.size() == WhyNot.MOST_RUNS ? "many" : ran.size() - 1)
            : "";
    return "%s for %s: run %s %s%s"
        .formatted(verb, date, newest.id(), Reasons.told(newest.state()), more);
  }

  private static String without(LocalDate date, LocalDate today, List<Reason> reasons) {
    var main =
        reasons.stream()
            .filter(reason -> !reason.kind().equals("other-date"))
            .min(Comparator.comparingInt(Explained::weight))
            .or(() -> reasons.stream().findFirst());
    var started = main.filter(reason -> reason.kind().equals("started"));
    if (started.isPresent()) {
      return "ran for %s: %s; its run is no longer kept".formatted(date, started.get().text());
    }
    boolean past = date.isBefore(today);
    if (main.filter(reason -> isToCome(reason, past)).isPresent()) {
      return "has not run for %s yet: %s".formatted(date, main.get().text());
    }
    var verb = past ? "did not run" : "will not run";
    return "%s for %s: %s"
        .formatted(verb, date, main.map(Reason::text).orElse("nothing says that it should"));
  }

  private static boolean isToCome(Reason reason, boolean past) {
    return reason.kind().equals("ahead") || (reason.kind().equals("many") && !past);
  }

  private static int weight(Reason reason) {
    var place = WEIGHT.indexOf(reason.kind());
    return place < 0 ? WEIGHT.size() : place;
  }
}
