package outturn.definition.trigger;

import java.util.List;
import java.util.Optional;
import outturn.definition.schedule.Schedule;

/// What starts a workflow, and what its runs wait for before they begin.
public record Starts(List<Schedule> schedules, List<Trigger> triggers, List<Dependency> dependsOn) {
  public static final Starts NONE = new Starts(List.of(), List.of(), List.of());

  public Starts {
    schedules = List.copyOf(schedules);
    triggers = List.copyOf(triggers);
    dependsOn = List.copyOf(dependsOn);
  }

  /// By schedules alone.
  public static Starts by(List<Schedule> schedules) {
    return new Starts(schedules, List.of(), List.of());
  }

  public Optional<Trigger> trigger(String name) {
    return triggers.stream().filter(trigger -> trigger.name().equals(name)).findFirst();
  }
}
