package outturn.http.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outturn.definition.text.Nearest;
import outturn.definition.workflow.Task;
import outturn.engine.run.AttemptState;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.project.InForce;
import outturn.store.run.GridReader;

/// The tasks of a workflow by business dates.
public final class GridRoutes {
  private static final int USUAL_DATES = 30;
  private static final int MOST_DATES = 100;

  /// More rows than that nobody reads, and no screen draws.
  private static final int MOST_TASKS = 500;

  private final InForce inForce;
  private final GridReader grid;

  public GridRoutes(InForce inForce, GridReader grid) {
    this.inForce = inForce;
    this.grid = grid;
  }

  /// @param runs how many the date has; this is the newest
  /// @param tasks states by name; one that has not begun is absent
  private record Column(
      LocalDate businessDate, String run, String state, long runs, Map<String, String> tasks) {}

  /// @param tasks those of the version in force, in their order
  /// @param leftOut how many more tasks there are
  private record Grid(String workflow, List<String> tasks, int leftOut, List<Column> columns) {}

  public Answer show(Call call) {
    call.allow("dates");
    var name = call.path("name");
    int dates = call.whole("dates", 1, MOST_DATES).orElse(USUAL_DATES);
    var workflow =
        inForce
            .workflow(name)
            .orElseThrow(() -> {
              var near = Nearest.hint(name, InForce.names(inForce.workflows()));
              return Problem.of(Code.NOT_FOUND, "no workflow '%s'; %s".formatted(name, near))
                  .refused();
            })
            .value();
    var all = workflow.graph().tasks().stream().map(Task::name).toList();
    var shown = all.stream().limit(MOST_TASKS).toList();
    var latest = grid.latest(name, dates);
    var tasks = grid.tasks(latest.stream().map(GridReader.Latest::id).toList());
    return Answer.json(
        new Grid(
            name,
            shown,
            all.size() - shown.size(),
            latest.reversed().stream()
                .map(each -> column(each, shown, tasks.getOrDefault(each.id(), Map.of())))
                .toList()));
  }

  private static Column column(
      GridReader.Latest latest, List<String> shown, Map<String, AttemptState> states) {
    var words = new TreeMap<String, String>();
    for (var task : shown) {
      var state = states.get(task);
      if (state != null) words.put(task, state.word());
    }
    return new Column(
        latest.businessDate(), latest.id().toString(), latest.state().word(), latest.runs(), words);
  }
}
