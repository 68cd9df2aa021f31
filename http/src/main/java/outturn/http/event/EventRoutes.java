package outturn.http.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.engine.trigger.Fate;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.event.CloudEvents;
import outturn.runtime.event.Unfit;
import outturn.store.event.Events;

/// CloudEvents that come, and the list of all events.
public final class EventRoutes {
  private static final int MOST = 500;
  private static final int USUALLY = 50;

  private final CloudEvents cloudEvents;
  private final Events events;

  public EventRoutes(CloudEvents cloudEvents, Events events) {
    this.cloudEvents = cloudEvents;
    this.events = events;
  }

  private record Taken(String source, String id, List<Map<String, @Nullable Object>> triggers) {}

  /// Takes one CloudEvent or a batch, in binary or structured mode.
  public Answer take(Call call) throws InterruptedException {
    call.allow();
    var given = CloudEventReader.read(call::header, call.body());
    try {
      var taken = cloudEvents.take(given);
      var answer = new ArrayList<Taken>();
      for (int place = 0; place < given.size(); place++) {
        var event = given.get(place);
        var triggers = taken.get(place).stream().map(EventJson::of).toList();
        answer.add(new Taken(event.source(), event.id(), triggers));
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
