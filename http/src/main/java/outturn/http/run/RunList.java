package outturn.http.run;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.http.json.Page;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.run.RunFilter;
import outturn.store.run.RunFilter.Called;
import outturn.store.run.RunReader;

/// The list of runs, newest first.
public final class RunList {
  private static final String STATES = "states such as running,failed";

  private final RunReader runs;
  private final RunSummary summary;

  public RunList(RunReader runs, RunSummary summary) {
    this.runs = runs;
    this.summary = summary;
  }

  public Answer list(Call call) {
    call.allow(
        "workflow", "project", "state", "businessDate", "called", "backfill", "after", "limit");
    Optional<LocalDate> date = call.date("businessDate");
    Set<RunState> states = call.query("state", STATES, RunList::states).orElse(Set.of());
    var filter =
        new RunFilter(
            call.query("workflow"),
            call.query("project"),
            states,
            date,
            Optional.empty(),
            called(call),
            call.query("backfill"));
    var after = call.query("after", "the `next` of a page of runs", RunId::parse);
    int limit = Page.limit(call);
    // One more tells whether there is another page; a page of the longest kind has no room for it.
    int asked = Math.min(limit + 1, RunReader.MOST);
    var found = runs.newest(filter, after, asked);
    var items = found.subList(0, Math.min(limit, found.size()));
    boolean more = found.size() > limit || found.size() == RunReader.MOST;
    var next = more ? Optional.of(items.getLast().row().id().toString()) : Optional.<String>empty();
    return Answer.json(new Page<>(items.stream().map(summary::of).toList(), next));
  }

  private static Called called(Call call) {
    return call.query("called", "true or false", RunList::called).orElse(Called.SHOWN);
  }

  private static Called called(String word) {
    return switch (word) {
      case "true" -> Called.SHOWN;
      case "false" -> Called.LEFT_OUT;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Set<RunState> states(String words) {
    return Arrays.stream(words.split(","))
        .map(String::strip)
        .map(RunState::of)
        .collect(Collectors.toSet());
  }
}
