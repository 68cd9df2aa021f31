package outturn.http.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.engine.trigger.Fate;
import outturn.http.identity.AuditLog;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.event.CloudEvents;
import outturn.runtime.event.Unfit;
import outturn.runtime.measure.SentObservations;
import outturn.store.event.Events;

/// CloudEvents that come, and the list of all events.
public final class EventRoutes {
  private static final int MOST = 500;
  private static final int USUALLY = 50;

  private final CloudEvents cloudEvents;
  private final ObservationEvents observations;
  private final Events events;

  public EventRoutes(
      CloudEvents cloudEvents, SentObservations observations, Events events, AuditLog audit) {
    this.cloudEvents = cloudEvents;
    this.observations = new ObservationEvents(observations, audit);
    this.events = events;
  }

  /// @param observations what became of those that it brings; null for an event that brings none
  private record Taken(
      String source,
      String id,
      List<Map<String, @Nullable Object>> triggers,
      ObservationEvents.@Nullable Counts observations) {}

  /// Takes one CloudEvent or a batch, in binary or structured mode: observations for measures, all
  /// others for triggers.
  public Answer take(Call call) throws InterruptedException {
    call.allow();
    var given = CloudEventReader.read(call::header, call.body());
    var right = observations.check(given.stream().filter(ObservationEvents::isOne).toList());
    var others = given.stream().filter(event -> !ObservationEvents.isOne(event)).toList();
    try {
      var triggers = cloudEvents.take(others).iterator();
      var counts = observations.record(right, call.user()).iterator();
      var answer = new ArrayList<Taken>();
      for (var event : given) {
        answer.add(
            ObservationEvents.isOne(event)
                ? new Taken(event.source(), event.id(), List.of(), counts.next())
                : new Taken(
                    event.source(),
                    event.id(),
                    triggers.next().stream().map(EventJson::of).toList(),
                    null));
      }
      return Answer.json(202, Map.of("events", answer), Map.of());
    } catch (Unfit unfit) {
      throw Problem.of(Code.INVALID_INPUT, String.valueOf(unfit.getMessage())).refused();
    }
  }

  /// The newest first.
  public Answer list(Call call) {
    call.allow("workflow", "state", "before", "limit");
    var state = call.query("state", "a state such as waiting, started or refused", Fate::of);
    var found =
        events.newest(
            call.query("workflow"),
            state,
            call.instant("before"),
            call.whole("limit", 1, MOST).orElse(USUALLY));
    return Answer.json(Map.of("items", found.stream().map(EventJson::of).toList()));
  }
}
