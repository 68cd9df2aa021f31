package outturn.http.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import outturn.http.identity.AuditLog;
import outturn.http.measure.GivenJson;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.runtime.event.CloudEvents.CloudEvent;
import outturn.runtime.measure.SentObservations;
import outturn.runtime.measure.SentObservations.Checked;
import outturn.runtime.measure.SentObservations.Sent;
import outturn.store.measure.Recorded;

/// CloudEvents that bring observations: the subject is the measure, the data are one observation or
/// a list of them.
final class ObservationEvents {
  private static final String TYPE = "outturn.observation";

  private final SentObservations observations;
  private final AuditLog audit;

  ObservationEvents(SentObservations observations, AuditLog audit) {
    this.observations = observations;
    this.audit = audit;
  }

  /// What became of the observations of an event.
  record Counts(String measure, int added, int revised, int unchanged) {}

  static boolean isOne(CloudEvent event) {
    return event.type().equals(TYPE);
  }

  /// @throws outturn.http.problem.Refused when one of them is not right
  Checked.Right check(List<CloudEvent> events) {
    return switch (observations.check(events.stream().map(ObservationEvents::sent).toList())) {
      case Checked.Right right -> right;
      case Checked.Wrong(var problems) ->
          throw Problem.of(
                  Code.INVALID_INPUT,
                  "none of the observations was recorded: " + problems.getFirst())
              .with("problems", problems)
              .refused();
    };
  }

  private static Sent sent(CloudEvent event) {
    if (event.subject().isEmpty()) {
      throw Problem.of(
              Code.BAD_REQUEST,
              "a CloudEvent of type %s has the name of a measure as its 'subject'".formatted(TYPE))
          .refused();
    }
    return new Sent(
        event.source() + " " + event.id(),
        Map.of(
            "id", event.id(),
            "source", event.source(),
            "type", event.type(),
            "subject", event.subject(),
            "time", event.time()),
        event.subject(),
        GivenJson.ofData(event.data(), "data"));
  }

  /// In the order of the events.
  List<Counts> record(Checked.Right right, String user) {
    var recorded = observations.record(right, user);
    var counts = new ArrayList<Counts>();
    for (int place = 0; place < recorded.size(); place++) {
      counts.add(counts(right.events().get(place).measure(), recorded.get(place)));
    }
    for (var each : counts) {
      if (each.added() + each.revised() == 0) continue;
      audit.done(
          user,
          "measure observe",
          each.measure(),
          Map.of("added", each.added(), "revised", each.revised()));
    }
    return counts;
  }

  private static Counts counts(String measure, Recorded recorded) {
    return new Counts(measure, recorded.added(), recorded.revised(), recorded.unchanged());
  }
}
