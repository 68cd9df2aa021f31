package outturn.engine.reason;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.engine.reason.Reason.Kind;
import outturn.engine.run.Handlers;
import outturn.engine.run.Run;
import outturn.engine.run.RunState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.Turn;
import outturn.engine.run.UnitState;
import outturn.engine.trigger.Waiting;

/// Answers "why is it not over?" for a run that was rebuilt from rows.
public final class Reasons {
  /// So many items of one task are told one by one.
  private static final int MOST_ITEMS = 20;

  private final Run run;
  private final Surroundings around;
  private final Wording wording;

  private Reasons(Run run, Surroundings around) {
    this.run = run;
    this.around = around;
    this.wording = new Wording(run, around);
  }

  /// The reasons of all tasks that have not ended, in the order of the workflow; none for a run
  /// that is over.
  public static List<Reason> of(Run run, Surroundings around) {
    var reasons = new Reasons(run, around);
    return switch (run.state()) {
      case SUCCEEDED, FAILED, CANCELLED -> List.of();
      case WAITING ->
          Stream.concat(reasons.wording.held().stream(), reasons.beforeItBegins()).toList();
      case RUNNING ->
          Stream.concat(
                  reasons.wording.held().stream(),
                  run.tasks().stream().flatMap(task -> reasons.of(task).stream()))
              .toList();
    };
  }

  /// Why nothing goes on in a restored copy.
  public static Reason held(Instant since) {
    var text =
        "the server is a copy that was restored at %s, and is held until an administrator resumes it"
            .formatted(since.truncatedTo(ChronoUnit.SECONDS));
    return new Reason("", Optional.empty(), Kind.HOLD, text, Optional.empty(), List.of());
  }

  /// The reason that a list has room for: what works goes before what waits for it.
  public static Optional<Reason> first(List<Reason> reasons) {
    return reasons.stream()
        .filter(reason -> reason.kind() != Kind.DEPENDENCY && reason.kind() != Kind.WORKING)
        .findFirst()
        .or(() -> reasons.stream().filter(reason -> reason.kind() == Kind.WORKING).findFirst())
        .or(() -> reasons.stream().findFirst());
  }

  /// All in one sentence, such as "The run works: load works since 14:02."
  public static String sentence(Run run, List<Reason> reasons) {
    if (run.state().ended()) return "The run is over: it %s.".formatted(end(run.state()));
    var told = first(reasons).map(Reason::text);
    var asked =
        run.cancelledBy().map(" was cancelled by %s and ends when its attempts have"::formatted);
    if (asked.isPresent()) {
      return "The run" + asked.get() + told.map(": %s."::formatted).orElse(".");
    }
    long others = reasons.size() - 1L;
    var more = others > 0 ? " (and %d more)".formatted(others) : "";
    return told.map(text -> Wording.capital(text) + more + ".")
        .orElse("The run is about to go on.");
  }

  private static String end(RunState state) {
    return state == RunState.CANCELLED ? "was cancelled" : state.word();
  }

  /// A run that is held does not stand in the queue, but still waits for what it depends on.
  private Stream<Reason> beforeItBegins() {
    if (!around.others().needs().isEmpty())
      return around.others().needs().stream().map(Reasons::need);
    return run.held().isPresent() ? Stream.of() : Stream.of(turn());
  }

  private static Reason need(Waiting.Need need) {
    var text = "the run waits until " + need.wanted().inWords();
    return new Reason("", Optional.empty(), Kind.NEED, text, need.until(), List.of());
  }

  private Reason turn() {
    var rules =
        run.order().terms().turns().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(turn -> rule(turn.getKey(), turn.getValue()).stream())
            .collect(Collectors.joining(" and "));
    var text =
        around.others().ahead().isEmpty()
            ? "the run waits for its turn"
            : "the run waits until %s of the same workflow %s ended"
                .formatted(
                    around.others().ahead().stream()
                        .map(ahead -> ahead.run().toString())
                        .collect(Collectors.joining(", ")),
                    around.others().ahead().size() == 1 ? "has" : "have");
    if (!rules.isEmpty()) text += " (at most %s at once)".formatted(rules);
    return new Reason(
        "", Optional.empty(), Kind.CONCURRENCY, text, Optional.empty(), around.others().ahead());
  }

  /// How many of a group run at once, where more than a schedule says so.
  private static Optional<String> rule(String group, int limit) {
    if (Turn.isBackfill(group)) return Optional.of("%d of its backfill".formatted(limit));
    return Turn.key(group)
        .map(key ->
            key.isEmpty()
                ? "%d of its workflow".formatted(limit)
                : "%d with the key '%s'".formatted(limit, key));
  }

  private List<Reason> of(TaskRun task) {
    return switch (task.state()) {
      case UnitState.Ended _ -> List.of();
      case UnitState.Waiting _ -> List.of(waiting(task));
      case UnitState.Fanned _ -> items(task);
      case UnitState.Ready _, UnitState.Running _, UnitState.Delayed _, UnitState.Asking _ ->
          List.of(wording.unit(task, 0));
    };
  }

  private Reason waiting(TaskRun task) {
    var open = Handlers.open(run, task);
    // Its turn has come, and its first row is not written before it starts.
    return open.isEmpty() ? wording.ready(task, 0) : wording.dependency(task, open);
  }

  private List<Reason> items(TaskRun task) {
    // Items whose turn has come have no row before they start.
    while (run.wants(task) && task.mayBegin()) task.begin();
    var reasons = new ArrayList<Reason>();
    int open = 0;
    for (int item = 0; item < task.begun(); item++) {
      if (task.unit(item).state().ended()) continue;
      if (open++ < MOST_ITEMS) reasons.add(wording.unit(task, item));
    }
    int left = task.items().size() - task.begun();
    if (open > MOST_ITEMS || left > 0) reasons.add(wording.furtherItems(task, open, left));
    return reasons;
  }
}
