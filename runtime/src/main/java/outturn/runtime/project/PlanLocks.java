package outturn.runtime.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.definition.project.Project;
import outturn.outcome.register.LockedPlan;
import outturn.outcome.register.Registration;
import outturn.store.outcome.AnalysisPlans;
import outturn.store.outcome.AnalysisPlans.Said;

/// The locked analysis plans, beside what is in force and what a folder would make of them.
public final class PlanLocks {
  private final InForce inForce;
  private final AnalysisPlans plans;

  public PlanLocks(InForce inForce, AnalysisPlans plans) {
    this.inForce = inForce;
    this.plans = plans;
  }

  /// A locked plan that a folder would change.
  ///
  /// @param said what the folder says
  public record Broken(String outcome, LockedPlan locked, Said said) {}

  /// What is locked of the plan of an outcome in force.
  public Registration of(Outcome outcome) {
    return Registration.of(outcome, this::measure, this::change, plans.history(outcome.name()));
  }

  /// The same with what was locked of it by an instant.
  public Registration of(Outcome outcome, Instant asOf) {
    var locked =
        plans.history(outcome.name()).stream().filter(plan -> !plan.at().isAfter(asOf)).toList();
    return Registration.of(outcome, this::measure, this::change, locked);
  }

  /// The locked plans that a project would change by being applied; the plan of an outcome that it
  /// leaves out stays as it is.
  List<Broken> brokenBy(Project project) {
    var standing = plans.standing();
    return project.outcomes().all().stream()
        .flatMap(outcome ->
            Optional.ofNullable(standing.get(outcome.name()))
                .flatMap(locked -> broken(project, outcome, locked))
                .stream())
        .toList();
  }

  private Optional<Broken> broken(Project project, Outcome outcome, LockedPlan locked) {
    var registration =
        Registration.of(
            outcome,
            name -> project.measures().find(name).or(() -> measure(name)),
            name -> project.changes().find(name).or(() -> change(name)),
            List.of(locked));
    var said = new Said(registration.now(), registration.firstKnown());
    return registration.holds()
        ? Optional.empty()
        : Optional.of(new Broken(outcome.name(), locked, said));
  }

  private Optional<Measure> measure(String name) {
    return inForce.measure(name).map(InForce.Entry::value);
  }

  private Optional<Change> change(String name) {
    return inForce.changes().stream()
        .filter(entry -> entry.name().equals(name))
        .map(InForce.Entry::value)
        .findFirst();
  }
}
