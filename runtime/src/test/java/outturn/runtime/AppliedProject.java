package outturn.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import outturn.definition.project.Kind;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.runtime.change.ChangeLog;
import outturn.runtime.change.Changes;
import outturn.runtime.change.Questions;
import outturn.runtime.level.Levels;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.measure.Measures;
import outturn.runtime.outcome.Adoption;
import outturn.runtime.outcome.Freezing;
import outturn.runtime.outcome.Frozen;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.outcome.Plans;
import outturn.runtime.portfolio.Forecasting;
import outturn.runtime.portfolio.NewestEvidence;
import outturn.runtime.portfolio.OutcomeReviews;
import outturn.runtime.portfolio.PortfolioWatch;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;
import outturn.runtime.project.Versions;
import outturn.store.SettableClock;
import outturn.store.TestDatabase;
import outturn.store.change.ChangeEvents;
import outturn.store.change.ShiftAnswers;
import outturn.store.database.Lane;
import outturn.store.measure.Observations;
import outturn.store.measure.RunFigures;
import outturn.store.outcome.Agreements;
import outturn.store.outcome.AnalysisPlans;
import outturn.store.outcome.Baselines;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.Forecasts;
import outturn.store.project.Applied;
import outturn.store.project.Folder;
import outturn.store.project.ObjectName;
import outturn.store.project.ProjectStore;
import outturn.store.project.Prune;
import outturn.store.steering.Marks;
import outturn.store.steering.PeriodForecasts;
import outturn.store.steering.Reviews;

/// A server's measures and outcomes over a real database, with projects put in force.
public final class AppliedProject implements AutoCloseable {
  public final SettableClock clock;
  public final Jdbi jdbi;
  public final Versions versions;
  public final InForce inForce;
  public final Observations observations;
  public final MeasureValues values;
  public final Baselines baselines;
  public final Freezing freezing;
  public final Measures measures;
  public final Outcomes outcomes;
  public final Gates gates;
  public final PlanLocks locks;
  public final AnalysisPlans plans;
  public final Changes changes;
  public final Questions questions;
  public final OutcomeReviews reviews;
  public final PortfolioWatch portfolio;
  private final TestDatabase database = TestDatabase.create();

  public AppliedProject(Instant now) {
    clock = new SettableClock(now);
    jdbi = database.database().jdbi(Lane.API);
    var projects = new outturn.store.project.ProjectReader(jdbi);
    versions = new Versions(projects);
    inForce = new InForce(projects, versions, clock);
    observations = new Observations(jdbi);
    values = new MeasureValues(observations);
    baselines = new Baselines(jdbi);
    freezing = new Freezing(inForce, values, baselines, clock);
    measures = new Measures(inForce, observations, values, freezing::look, clock);
    var events = new ChangeEvents(jdbi);
    var log = new ChangeLog(inForce, events, clock);
    outcomes = new Outcomes(inForce, values, log, new Frozen(baselines), clock);
    var answers = new ShiftAnswers(jdbi);
    changes = new Changes(inForce, log, events, answers, clock);
    questions = new Questions(log, answers);
    var levels = new Levels(inForce, values, new RunFigures(jdbi), clock);
    plans = new AnalysisPlans(jdbi);
    locks = new PlanLocks(inForce, plans);
    gates =
        new Gates(
            inForce,
            outcomes,
            levels,
            projects,
            new Gates.Records(
                new Agreements(jdbi), new Forecasts(jdbi, clock), new EvidenceRecords(jdbi)),
            locks,
            clock);
    reviews = new OutcomeReviews(outcomes, new Reviews(jdbi), clock);
    portfolio = watch();
  }

  private PortfolioWatch watch() {
    return new PortfolioWatch(
        inForce,
        new PortfolioWatch.Effect(
            outcomes, gates, questions, reviews, new NewestEvidence(new EvidenceRecords(jdbi))),
        new Forecasting(
            new Plans(outcomes, new Adoption(inForce, values), clock),
            new PeriodForecasts(jdbi),
            clock),
        new Marks(jdbi),
        () -> false,
        clock);
  }

  /// Puts files in force; the name of the project is that of `outturn.yaml`.
  ///
  /// @return the id of the version
  public long apply(int base, Map<String, String> texts) {
    var files = new HashMap<String, byte[]>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    var reading = ProjectReader.read(new ProjectFiles(files));
    var project =
        reading.project().orElseThrow(() -> new AssertionError(reading.problems().toString()));
    Set<ObjectName> named = new HashSet<>();
    project.documents().stream()
        .filter(document -> document.kind() != Kind.PROJECT)
        .forEach(document -> named.add(new ObjectName(document.kind().word(), document.name())));
    var folder =
        new Folder(project.name(), project.hash(), files, named, Map.of(), List.of(), List.of());
    var applied = new ProjectStore(jdbi).apply(folder, base, Prune.REMOVE, "ann", clock.instant());
    clock.pass(java.time.Duration.ofSeconds(2));
    if (applied instanceof Applied.Made(var version, _)) return version.id();
    throw new AssertionError(applied.toString());
  }

  @Override
  public void close() {
    database.close();
  }
}
