package outturn.runtime.measure;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import outturn.definition.text.Nearest;
import outturn.engine.trigger.Arrived;
import outturn.runtime.project.InForce;
import outturn.store.event.ObservedEvents;
import outturn.store.event.ObservedEvents.Observed;
import outturn.store.measure.Recorded;
import outturn.store.measure.Source;

/// Observations that come with events: each event counts once, however often it is sent.
public final class SentObservations {
  /// Where events with observations are kept among all events.
  private static final String PART = "observation";

  private final InForce inForce;
  private final ObservedEvents events;
  private final Consumer<String> news;
  private final InstantSource clock;

  /// @param news hears the name of a measure that has new values
  public SentObservations(
      InForce inForce, ObservedEvents events, Consumer<String> news, InstantSource clock) {
    this.inForce = inForce;
    this.events = events;
    this.news = news;
    this.clock = clock;
  }

  /// An event with what it brings; not checked yet.
  ///
  /// @param key what makes it this event and no other
  /// @param attributes of the event, which are kept with it
  public record Sent(
      String key, Map<String, Object> attributes, String measure, List<Given> given) {
    public Sent {
      attributes = Map.copyOf(attributes);
      given = List.copyOf(given);
    }
  }

  /// Events that may be recorded, or what is wrong with them.
  public sealed interface Checked {
    record Right(List<Observed> events) implements Checked {}

    record Wrong(List<String> problems) implements Checked {}
  }

  /// Checks events by the rules for what people enter; nothing is written.
  public Checked check(List<Sent> sent) {
    var right = new ArrayList<Observed>();
    var problems = new ArrayList<String>();
    int count = 0;
    for (var each : sent) {
      var measure = inForce.measure(each.measure());
      if (measure.isEmpty()) {
        var names = InForce.names(inForce.measures());
        problems.add(
            "event %s: no measure '%s'; %s"
                .formatted(each.key(), each.measure(), Nearest.hint(each.measure(), names)));
        continue;
      }
      switch (Rows.of(measure.get().value(), each.given(), clock.instant())) {
        case Rows.Checked.Wrong(var wrong) ->
            wrong.forEach(text -> problems.add("event %s: %s".formatted(each.key(), text)));
        case Rows.Checked.Right(var observations) -> {
          count += observations.size();
          right.add(new Observed(arrived(each), each.measure(), observations));
        }
      }
    }
    if (count > Measures.MOST) {
      problems.add(
          "%,d observations; at most %,d at once: send them in parts"
              .formatted(count, Measures.MOST));
    }
    return problems.isEmpty() ? new Checked.Right(right) : new Checked.Wrong(problems);
  }

  private Arrived arrived(Sent sent) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new Arrived(0, "", PART, sent.key(), today, sent.attributes(), now);
  }

  /// Records events that are right, all or nothing.
  ///
  /// @return what became of the observations of each
  public List<Recorded> record(Checked.Right right, String user) {
    if (right.events().isEmpty()) return List.of();
    var counts = events.record(right.events(), clock.instant(), new Source.User(user));
    right.events().stream().map(Observed::measure).distinct().forEach(news);
    return counts;
  }
}
