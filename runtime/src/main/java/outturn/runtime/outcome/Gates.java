package outturn.runtime.outcome;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import outturn.definition.outcome.Outcome;
import outturn.definition.project.Project;
import outturn.outcome.claim.Overlap;
import outturn.outcome.claim.Overlaps;
import outturn.outcome.gauge.Gauge;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.statement.Organisation;
import outturn.outcome.statement.ProjectWords;
import outturn.outcome.step.Accepted;
import outturn.outcome.step.Acts;
import outturn.outcome.step.Agreed;
import outturn.outcome.step.Agreeing;
import outturn.outcome.step.Case;
import outturn.outcome.step.People;
import outturn.outcome.step.Steps;
import outturn.runtime.level.Levels;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;
import outturn.store.outcome.AcceptedForecast;
import outturn.store.outcome.Agreement;
import outturn.store.outcome.Agreements;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.Forecasts;
import outturn.store.outcome.KeptEvidence;
import outturn.store.project.ProjectReader;
import outturn.store.project.ProjectVersion;

/// The gates of the outcomes in force, and the agreement of the business that one of them asks for.
public final class Gates {
  private final InForce inForce;
  private final Outcomes outcomes;
  private final ProjectReader projects;
  private final Records records;
  private final PlanLocks locks;
  private final Levels levels;
  private final InstantSource clock;

  public Gates(
      InForce inForce,
      Outcomes outcomes,
      Levels levels,
      ProjectReader projects,
      Records records,
      PlanLocks locks,
      InstantSource clock) {
    this.inForce = inForce;
    this.outcomes = outcomes;
    this.levels = levels;
    this.projects = projects;
    this.records = records;
    this.locks = locks;
    this.clock = clock;
  }

  /// What people said of outcomes.
  public record Records(Agreements agreements, Forecasts forecasts, EvidenceRecords evidence) {}

  /// What came of a wish to agree.
  public sealed interface Answer {
    record Done(Agreed agreed) implements Answer {}

    record NoSuchOutcome() implements Answer {}

    /// @param why with what to do
    record Refused(String why) implements Answer {}

    /// The outcome does not say any more what the user has read.
    ///
    /// @param hash of what it says now
    record Moved(String hash) implements Answer {}
  }

  public Optional<InForce.Entry<Steps>> find(String name) {
    return outcomes
        .find(name)
        .map(entry ->
            new InForce.Entry<>(entry.name(), entry.project(), entry.version(), of(entry)));
  }

  /// The gates of an outcome as it stands.
  public Steps of(InForce.Entry<OutcomePosition> entry) {
    return Steps.of(about(entry));
  }

  /// @param read the hash of the terms that the user has read, where that is known
  public Answer agree(String name, String user, String comment, Optional<String> read) {
    var entry = outcomes.find(name);
    if (entry.isEmpty()) return new Answer.NoSuchOutcome();
    var about = about(entry.get());
    var authors = projects.history(entry.get().project()).stream().map(ProjectVersion::by).toList();
    var refusal = Agreeing.refusal(about, user, authors);
    if (refusal.isPresent()) return new Answer.Refused(refusal.get());
    var hash = about.terms().hash();
    if (read.filter(each -> !each.equals(hash)).isPresent()) return new Answer.Moved(hash);
    var terms = new Agreement.Terms(about.terms().text(), hash);
    return new Answer.Done(
        agreed(records.agreements().agree(name, terms, user, comment.strip(), clock.instant())));
  }

  /// Whether outputs or outcomes are looked at.
  public Gauge gauge() {
    return Gauge.of(
        outcomes.all().stream().map(this::about).toList(),
        levels.promises(),
        inForce.measures().stream().map(InForce.Entry::value).toList());
  }

  /// The groups and words of a project that has an outcome in force.
  public Optional<Organisation> organisation(String project) {
    return inForce.outcomes().stream()
        .filter(entry -> entry.project().equals(project))
        .findFirst()
        .map(entry -> words(inForce.project(entry.version())));
  }

  private Case about(InForce.Entry<OutcomePosition> entry) {
    var project = inForce.project(entry.version());
    return new Case(
        entry.value(),
        new People(project.groups().all()),
        words(project),
        outcomes.changes().all(entry.value().asOf()),
        overlap(entry.value().outcome()),
        acts(entry));
  }

  private Optional<Overlap> overlap(Outcome outcome) {
    if (outcome.appraisal().value().isEmpty()) return Optional.empty();
    return Overlaps.of(inForce.outcomes().stream().map(InForce.Entry::value).toList()).of(outcome);
  }

  private Acts acts(InForce.Entry<OutcomePosition> entry) {
    return new Acts(
        records.agreements().history(entry.name()).stream().map(Gates::agreed).toList(),
        accepted(entry.value()),
        locks.of(entry.value().outcome()),
        records.evidence().history(entry.name()).stream().map(this::evidenced).toList());
  }

  private Acts.Evidenced evidenced(KeptEvidence kept) {
    var signed =
        records.evidence().signatures(kept.hash()).stream()
            .map(each -> each.capacity().word())
            .toList();
    return new Acts.Evidenced(kept.version(), kept.review(), kept.hash(), signed);
  }

  /// A list of words that cannot be read is none: groups count all the same.
  private static Organisation words(Project project) {
    try {
      return ProjectWords.of(project);
    } catch (IllegalArgumentException _) {
      return new Organisation(ProjectWords.groups(project), List.of(), List.of(), List.of());
    }
  }

  private List<Accepted> accepted(OutcomePosition position) {
    var name = position.outcome().name();
    return position.outcome().goals().stream()
        .flatMap(goal -> records.forecasts().history(name, goal.measure()).stream().limit(1))
        .map(Gates::accepted)
        .toList();
  }

  private static Accepted accepted(AcceptedForecast forecast) {
    var promise = forecast.promise();
    return new Accepted(
        forecast.measure(),
        promise.target(),
        promise.due(),
        promise.chance(),
        forecast.by(),
        LocalDate.ofInstant(forecast.at(), ZoneOffset.UTC));
  }

  private static Agreed agreed(Agreement agreement) {
    return new Agreed(
        agreement.version(),
        agreement.who(),
        agreement.at(),
        agreement.terms().hash(),
        agreement.comment());
  }
}
