package outturn.store.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Fate;
import outturn.store.database.AdvisoryLock;
import outturn.store.measure.Observation;
import outturn.store.measure.Observations;
import outturn.store.measure.Recorded;
import outturn.store.measure.Source;

/// Events that bring observations: each is recorded once, with what it brings.
public final class ObservedEvents {
  private final Jdbi jdbi;

  public ObservedEvents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// An event, and what it brings.
  public record Observed(Arrived event, String measure, List<Observation> observations) {
    public Observed {
      observations = List.copyOf(observations);
    }
  }

  /// Records events, all or nothing, in their order. One that came before changes nothing, whatever
  /// was observed since.
  ///
  /// @return what became of the observations of each
  public List<Recorded> record(List<Observed> events, Instant now, Source source) {
    return jdbi.inTransaction(handle -> {
      // Always in one order, so that two batches do not wait for each other.
      events.stream()
          .map(each -> "measure " + each.measure())
          .distinct()
          .sorted()
          .forEach(word -> AdvisoryLock.take(handle, word));
      var fresh = new HashSet<String>();
      events.stream()
          .map(Observed::event)
          .sorted(Comparator.comparing(Arrived::key))
          .filter(event -> Events.add(handle, event, Fate.RECORDED))
          .forEach(event -> fresh.add(event.key()));
      var recorded = new ArrayList<Recorded>();
      for (var each : events) {
        var observations = each.observations();
        recorded.add(
            fresh.remove(each.event().key())
                ? Observations.append(handle, each.measure(), observations, now, source)
                : new Recorded(0, 0, observations.size()));
      }
      return recorded;
    });
  }
}
