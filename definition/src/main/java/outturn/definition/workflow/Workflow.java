package outturn.definition.workflow;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import outturn.definition.precedence.Precedence;
import outturn.definition.schedule.Schedule;

/// A named graph of tasks, with its inputs and what starts it.
public record Workflow(
    String name,
    About about,
    ZoneId timezone,
    List<Input> inputs,
    Graph graph,
    List<Schedule> schedules,
    List<Deadline> deadlines) {

  public Workflow {
    inputs = List.copyOf(inputs);
    schedules = List.copyOf(schedules);
    deadlines = List.copyOf(deadlines);
  }

  public Optional<Input> input(String inputName) {
    return inputs.stream().filter(input -> input.name().equals(inputName)).findFirst();
  }

  /// What is said of a workflow as a whole.
  public record About(
      String title,
      Optional<String> service,
      Optional<String> owner,
      Retention retention,
      Precedence precedence) {

    /// Of a workflow that stands among others as most do.
    public About(
        String title, Optional<String> service, Optional<String> owner, Retention retention) {
      this(title, service, owner, retention, Precedence.USUAL);
    }
  }
}
