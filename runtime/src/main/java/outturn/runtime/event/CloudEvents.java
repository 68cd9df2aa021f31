package outturn.runtime.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import outturn.definition.trigger.Source;
import outturn.definition.trigger.Trigger;
import outturn.engine.trigger.Armed;
import outturn.engine.trigger.Arrived;
import outturn.store.event.EventEntry;

/// CloudEvents on their way to all triggers that are about them.
public final class CloudEvents {
  private final Arrivals arrivals;

  public CloudEvents(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /// A CloudEvent; one of the same source with the same id is the same.
  ///
  /// @param subject empty for none, and so is `time`
  /// @param data as JSON has it; an empty map for none
  public record CloudEvent(
      String id, String source, String type, String subject, String time, Object data) {
    String key() {
      return source + " " + id;
    }

    Map<String, Object> attributes() {
      return new HashMap<>(
          Map.of("id", id, "source", source, "type", type, "subject", subject, "time", time));
    }
  }

  private record Match(Armed armed, Trigger.Part part, Source.Cloud source) {}

  /// Takes events and answers for each what its triggers have made of it.
  ///
  /// @throws Unfit when one of them cannot be taken: then none is
  public List<List<EventEntry>> take(List<CloudEvent> events) throws InterruptedException {
    var sent = new ArrayList<List<Arrived>>();
    var send = new ArrayList<Runnable>();
    for (var event : events) {
      var arrived = new ArrayList<Arrived>();
      for (var match : matches(event).toList()) {
        var values = event.attributes();
        values.putAll(Picked.from(event.data(), match.source().values()));
        var one = arrivals.arrived(match.armed(), match.part(), event.key(), values);
        arrived.add(one);
        send.add(() -> arrivals.send(match.armed(), one));
      }
      sent.add(arrived);
    }
    send.forEach(Runnable::run);
    var answers = new ArrayList<List<EventEntry>>();
    for (int place = 0; place < events.size(); place++) {
      var entries = new ArrayList<EventEntry>();
      for (var one : sent.get(place)) entries.add(arrivals.decided(one));
      if (entries.isEmpty()) {
        var event = events.get(place);
        entries.add(arrivals.unmatched(event.key(), event.attributes()));
      }
      answers.add(entries);
    }
    return answers;
  }

  private Stream<Match> matches(CloudEvent event) {
    return arrivals
        .armed()
        .flatMap(armed ->
            armed.trigger().parts().stream()
                .filter(part ->
                    part.source() instanceof Source.Cloud(var type, var source, _)
                        && type.equals(event.type())
                        && source.map(event.source()::equals).orElse(true))
                .map(part -> new Match(armed, part, (Source.Cloud) part.source())));
  }
}
