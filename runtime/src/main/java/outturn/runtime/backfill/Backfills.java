package outturn.runtime.backfill;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import outturn.definition.workflow.Workflow;
import outturn.engine.decide.Event;
import outturn.engine.run.Order;
import outturn.engine.run.RunState;
import outturn.engine.run.Turn;
import outturn.engine.verb.Command;
import outturn.engine.verb.Verb;
import outturn.runtime.run.RunCommands;
import outturn.runtime.run.RunRequests;
import outturn.runtime.run.Started;
import outturn.runtime.run.Wish;
import outturn.store.run.BackfillReader;

/// Plans, orders and ends backfills. The runs of one take turns in a group of their own, and are
/// all written at once: from then on they wait in the database, whatever happens.
public final class Backfills {
  private static final int ID_LENGTH = 12;

  private final BackfillReader reader;
  private final RunRequests requests;
  private final RunCommands commands;

  public Backfills(BackfillReader reader, RunRequests requests, RunCommands commands) {
    this.reader = reader;
    this.requests = requests;
    this.commands = commands;
  }

  /// @throws outturn.definition.calendar.UnknownYear when a calendar does not know a year of these
  public BackfillPlan plan(Workflow workflow, Backfill.Span span) {
    var dates = BusinessDates.of(workflow, span);
    Map<LocalDate, RunState> there =
        switch (span.done()) {
          case AGAIN -> Map.of();
          case SKIPPED -> reader.there(workflow.name(), span.from(), span.to());
        };
    var skipped = new TreeMap<LocalDate, RunState>(there);
    skipped.keySet().retainAll(dates);
    dates.removeAll(skipped.keySet());
    var oldestFirst = List.copyOf(dates);
    var inOrder =
        switch (span.direction()) {
          case OLDEST_FIRST -> oldestFirst;
          case NEWEST_FIRST -> oldestFirst.reversed();
        };
    return new BackfillPlan(inOrder, skipped);
  }

  /// Orders the runs, all or none.
  ///
  /// @param key of the request; a repeated one is answered with the same runs
  /// @throws outturn.runtime.decide.NotDone when it has to be asked again
  public Started start(String user, Backfill backfill, BackfillPlan plan, Optional<Event.Key> key) {
    var id = "b" + UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
    var group = Turn.ofBackfill(backfill.workflow(), id);
    var terms =
        new Order.Terms(
            Optional.of(backfill.priority()), Map.of(group, backfill.atOnce()), Optional.of(id));
    var wishes =
        plan.dates().stream()
            .map(date ->
                new Wish(
                    backfill.workflow(),
                    backfill.inputs(),
                    Optional.of(date),
                    terms,
                    backfill.reason()))
            .toList();
    return requests.start(user, wishes, key);
  }

  /// How many runs of a backfill there are in which state; none of one that there is not.
  public Map<RunState, Long> progress(String id) {
    return reader.progress(id);
  }

  /// Asks for the end of all its runs; those that wait are asked first, so that none takes the turn
  /// of one that ends.
  public void cancel(String id, String user, Optional<String> why) {
    Stream.of(RunState.WAITING, RunState.RUNNING)
        .flatMap(state -> reader.live(id, state).stream())
        .map(run -> new Command(run, Optional.empty(), new Verb.Cancel(), user, why.orElse("")))
        .forEach(command -> commands.operate(command, Optional.empty()));
  }
}
