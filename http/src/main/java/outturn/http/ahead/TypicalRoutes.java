package outturn.http.ahead;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.text.Nearest;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.project.InForce;
import outturn.store.duration.RunDurations;

/// How long a workflow and its tasks usually take.
public final class TypicalRoutes {
  private final InForce inForce;
  private final RunDurations durations;

  public TypicalRoutes(InForce inForce, RunDurations durations) {
    this.inForce = inForce;
    this.durations = durations;
  }

  /// @param tasks the median seconds from first start to last end, by task
  private record Usual(
      String workflow, Optional<LineJson.Typical> run, Map<String, Double> tasks) {}

  public Answer typical(Call call) {
    call.allow();
    var name = call.path("name");
    var workflow = inForce.workflow(name).orElseThrow(() -> unknown(name)).value();
    var run = Optional.ofNullable(durations.ofRuns(List.of(name)).get(name));
    var tasks = new TreeMap<String, Double>();
    if (run.isPresent()) {
      durations
          .ofTasks(List.of(name), workflow.graph().size())
          .getOrDefault(name, Map.of())
          .forEach((task, took) -> tasks.put(task, seconds(took)));
    }
    return Answer.json(new Usual(name, run.map(LineJson.Typical::of), tasks));
  }

  private Refused unknown(String name) {
    var near = Nearest.hint(name, InForce.names(inForce.workflows()));
    return Problem.of(Code.NOT_FOUND, "no workflow '%s'; %s".formatted(name, near)).refused();
  }

  private static double seconds(Duration took) {
    return took.toMillis() / 1000.0;
  }
}
