package outturn.http.identity;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import outturn.definition.service.Service;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.http.route.Call;
import outturn.http.route.Place;
import outturn.runtime.project.InForce;
import outturn.runtime.survey.Surveys;
import outturn.store.notify.Notification;
import outturn.store.notify.Notifications;
import outturn.store.run.RunEntry;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;

/// Where things belong: in the project that defines them; workflows also in the services whose
/// promises they keep, and outcomes in the services that serve them.
public final class Places {
  private final InForce inForce;
  private final RunReader runs;

  public Places(InForce inForce, RunReader runs) {
    this.inForce = inForce;
    this.runs = runs;
  }

  public Optional<Place> workflow(String name) {
    return inForce.sought(name).map(found -> new Place(found.project(), keptBy(name)));
  }

  private Set<String> keptBy(String workflow) {
    return services(service ->
        service.outputs().stream()
            .flatMap(output -> output.kept().stream())
            .anyMatch(kept ->
                kept instanceof Service.Kept.ByDeadline(var kind, _) && kind.equals(workflow)));
  }

  public Optional<Place> outcome(String name) {
    return inForce.outcome(name).map(found -> new Place(found.project(), serving(name)));
  }

  private Set<String> serving(String outcome) {
    return services(service ->
        service.outputs().stream()
            .flatMap(output -> output.serves().stream())
            .anyMatch(serves -> serves.outcome().equals(outcome)));
  }

  private Set<String> services(Predicate<Service> which) {
    return inForce.services().stream()
        .filter(service -> which.test(service.value()))
        .map(InForce.Entry::name)
        .collect(Collectors.toSet());
  }

  public Optional<Place> measure(String name) {
    return inForce.measure(name).map(found -> Place.of(found.project()));
  }

  /// A run stays in the project that it was started from.
  public Place of(RunEntry entry) {
    return new Place(entry.project(), new HashSet<>(keptBy(entry.row().order().workflow())));
  }

  // What a route's path names.

  public Optional<Place> workflowOf(Call call) {
    return workflow(call.path("name"));
  }

  public Optional<Place> hookOf(Call call) {
    return workflow(call.path("workflow"));
  }

  public Optional<Place> outcomeOf(Call call) {
    return outcome(call.path("name"));
  }

  public Optional<Place> measureOf(Call call) {
    return measure(call.path("name"));
  }

  /// Also one that is applied for the first time.
  public Optional<Place> projectOf(Call call) {
    return Optional.of(Place.of(call.path("name")));
  }

  public Optional<Place> runOf(Call call) {
    RunId run = call.run();
    return runs.entry(run).map(this::of);
  }

  public Optional<Place> surveyOf(Call call, Surveys surveys) {
    return surveys.find(call.path("name")).map(known -> Place.of(known.entry().project()));
  }

  /// A backfill is where its runs are.
  public Optional<Place> backfillOf(Call call) {
    var filter =
        new RunFilter(
            Optional.empty(),
            Optional.empty(),
            Set.of(RunState.values()),
            Optional.empty(),
            Optional.empty(),
            RunFilter.Called.SHOWN,
            Optional.of(call.path("id")));
    return runs.newest(filter, Optional.empty(), 1).stream().findFirst().map(this::of);
  }

  public Optional<Place> notificationOf(Call call, Notifications notifications) {
    var id = call.path("id");
    if (!id.matches("\\d{1,18}")) return Optional.empty();
    return notifications.find(Long.parseLong(id)).map(this::of);
  }

  private Place of(Notification notification) {
    var about = notification.about();
    return new Place(about.project(), keptBy(about.workflow()));
  }
}
