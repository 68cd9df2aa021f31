package outturn.runtime.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import outturn.engine.decide.Event;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.RunId;
import outturn.engine.run.Version;

/// A run that somebody wants; its id is made when it is decided.
///
/// @param key the caller's idempotency key
/// @param reason kept in the audit trail
public record NewRun(
    Version version, Order order, Optional<Event.Key> key, Optional<String> reason) {

  /// Without a reason.
  public NewRun(Version version, Order order, Optional<Event.Key> key) {
    this(version, order, key, Optional.empty());
  }

  /// The events that start runs which somebody wants together, and keep in the audit trail that he
  /// did.
  static List<Event> events(List<NewRun> runs, List<RunId> ids) {
    var events = new ArrayList<Event>();
    for (int place = 0; place < runs.size(); place++) {
      var run = runs.get(place);
      events.add(new Event.Start(ids.get(place), run.version(), run.order(), run.key()));
    }
    if (!runs.isEmpty() && runs.getFirst().order().origin() instanceof Origin.User(var user)) {
      var workflows = runs.stream().map(run -> run.order().workflow()).distinct().toList();
      var details = new HashMap<String, Object>();
      details.put("workflows", workflows);
      details.put("runs", runs.size());
      runs.getFirst().reason().ifPresent(why -> details.put("why", why));
      var backfill = runs.getFirst().order().terms().backfill();
      var action = backfill.isPresent() ? "backfill start" : "run start";
      var subject = backfill.orElseGet(() -> ids.getFirst().toString());
      events.add(new Event.Acted(user, action, subject, details));
    }
    return events;
  }
}
