package outturn.definition.workflow;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Template;
import outturn.definition.notify.Notify;
import outturn.definition.precedence.Precedence;
import outturn.definition.retention.Retention;
import outturn.definition.schedule.Schedule;
import outturn.definition.trigger.Starts;

/// A named graph of tasks, with its inputs and what starts it.
public record Workflow(
    String name,
    About about,
    ZoneId timezone,
    List<Input> inputs,
    Graph graph,
    Starts starts,
    Watched watched) {

  public Workflow {
    inputs = List.copyOf(inputs);
  }

  public List<Schedule> schedules() {
    return starts.schedules();
  }

  public Optional<Input> input(String inputName) {
    return inputs.stream().filter(input -> input.name().equals(inputName)).findFirst();
  }

  /// What a run gives to the task that called it.
  public Map<String, Template> outputs() {
    return about.outputs();
  }

  /// What is promised of its runs.
  public List<Deadline> deadlines() {
    return watched.deadlines();
  }

  /// Who hears of its runs.
  public Notify told() {
    return watched.told();
  }

  /// What is looked after in its runs, and who hears of it.
  public record Watched(List<Deadline> deadlines, Notify told) {
    public Watched {
      deadlines = List.copyOf(deadlines);
    }
  }

  /// What is said of a workflow beyond how its runs go.
  ///
  /// @param precedence how it stands among others
  /// @param outputs what a run gives to the task that called it, in written order
  /// @param runbook what a person does when a run needs one: a file, an address or a text
  public record About(
      String title,
      Optional<String> service,
      Optional<String> owner,
      Retention retention,
      Precedence precedence,
      Optional<String> runbook,
      Map<String, Template> outputs) {
    public About {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /// Of a workflow that stands among others as most do.
    public About(
        String title, Optional<String> service, Optional<String> owner, Retention retention) {
      this(title, service, owner, retention, Precedence.USUAL, Optional.empty(), Map.of());
    }
  }

  /// What a person does when this task needs one: its own runbook, or else the workflow's.
  public Optional<String> runbook(Task task) {
    return task.conduct().runbook().or(about::runbook);
  }
}
