package outturn.http;

import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import outturn.runtime.impact.Demonstrating;
import outturn.runtime.impact.Impacts;
import outturn.runtime.impact.OnePages;
import outturn.runtime.impact.Signing;
import outturn.runtime.impact.StudyData;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.measure.Measures;
import outturn.runtime.outcome.Adoption;
import outturn.runtime.outcome.Frozen;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.outcome.Plans;
import outturn.runtime.outcome.Promises;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;
import outturn.store.measure.Observations;
import outturn.store.measure.RunFigures;
import outturn.store.outcome.Agreements;
import outturn.store.outcome.Baselines;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.Forecasts;
import outturn.store.project.ProjectReader;

/// Measures and outcomes of a server in a test.
final class TestEffect {
  private TestEffect() {}

  static Services.Effect of(
      Jdbi jdbi, InForce inForce, PlanLocks locks, ProjectReader projects, InstantSource clock) {
    var observations = new Observations(jdbi);
    var values = new MeasureValues(observations);
    var outcomes = new Outcomes(inForce, values, new Frozen(new Baselines(jdbi)), clock);
    var promises = new Promises(inForce, values, new RunFigures(jdbi), clock);
    var forecasts = new Forecasts(jdbi, clock);
    var frozen = new Frozen(new Baselines(jdbi));
    var adoption = new Adoption(inForce, values);
    var impacts =
        new Impacts(outcomes, locks, new StudyData(inForce, values, frozen, adoption), clock);
    var evidence = new EvidenceRecords(jdbi);
    var gates =
        new Gates(
            inForce,
            outcomes,
            promises,
            projects,
            new Gates.Records(new Agreements(jdbi), forecasts, new EvidenceRecords(jdbi)),
            locks,
            clock);
    var signing = new Signing(inForce, evidence, clock);
    var demonstration =
        new Services.Demonstration(
            impacts,
            new Demonstrating(outcomes, impacts, evidence, projects, clock),
            signing,
            new OnePages(outcomes, impacts, signing, adoption, gates, clock));
    return new Services.Effect(
        new Measures(inForce, observations, values, _ -> {}, clock),
        outcomes,
        gates,
        new Plans(outcomes, new Adoption(inForce, values), clock),
        forecasts,
        demonstration);
  }
}
