package outturn.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import outturn.definition.policy.Policy;
import outturn.definition.workflow.Workflow;
import outturn.engine.decide.Decided;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.run.Version;
import outturn.engine.trigger.Armed;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Triggers;
import outturn.engine.trigger.Waiting;

/// The triggers and policies of a [Driver]: what is in force, what is told, what is due.
public final class EventDesk {
  private final Driver node;
  private final Version version;
  private final Map<Effect.Expire, Instant> expiries = new LinkedHashMap<>();
  private List<Armed> armed = List.of();
  private List<Policy> policies = List.of();

  EventDesk(Driver node, Version version) {
    this.node = node;
    this.version = version;
  }

  /// Puts the triggers of the version in force.
  public void arm() {
    arm(
        version.workflows().values().stream()
            .sorted(Comparator.comparing(Workflow::name))
            .flatMap(workflow ->
                workflow.starts().triggers().stream()
                    .map(trigger -> new Armed(version, workflow.name(), trigger)))
            .toList());
  }

  public void arm(List<Armed> triggers) {
    armed = triggers;
    node.decide(new Event.TriggersApplied(version.project(), triggers, listeners()));
  }

  /// Puts policies in force, in place of those before.
  public Decided policies(Policy... all) {
    policies = List.of(all);
    return node.decide(new Event.PoliciesApplied(Map.of(version.project(), policies)));
  }

  List<Policy> policies() {
    return policies;
  }

  private Map<String, SortedSet<Integer>> listeners() {
    return Triggers.listeners(armed);
  }

  /// An event comes for a trigger; once, however often it is said.
  public void comes(Arrived event) {
    if (node.ledger().events().received(event)) node.decide(happened(event));
  }

  public Event.Happened happened(Arrived event) {
    var workflow = event.trigger().substring(0, event.trigger().indexOf('/'));
    return new Event.Happened(version, workflow, event);
  }

  /// What runs have told the keepers of triggers comes there.
  public void delivers() {
    for (var told : node.ledger().events().takeTold()) {
      node.decide(new Event.Heard(told.ended(), told.partition()));
    }
  }

  /// Looks whether what runs wait for is there.
  public void looksForNeeds() {
    node.decide(needsMet());
  }

  public List<Event> needsMet() {
    var waiting = node.world().waiting();
    return waiting.wanted().stream()
        .filter(wanted -> node.ledger().events().met(node.ledger(), wanted))
        .flatMap(wanted -> waiting.waitingFor(wanted).stream())
        .<Event>map(need -> new Event.NeedMet(need.run(), need.place()))
        .toList();
  }

  void expires(Effect.Expire expire) {
    expiries.put(expire, expire.due());
  }

  Map<Effect.Expire, Instant> expiries() {
    return expiries;
  }

  List<Event> takeExpired() {
    var late =
        expiries.entrySet().stream()
            .filter(entry -> !entry.getValue().isAfter(node.now()))
            .map(Map.Entry::getKey)
            .toList();
    late.forEach(expiries::remove);
    return late.stream().<Event>map(expire -> new Event.Expired(expire.trigger())).toList();
  }

  /// The node comes back: what waits is read from rows.
  void restore() {
    expiries.clear();
    var world = node.world();
    world.capacity().policies().put(Map.of(version.project(), policies));
    world.triggers().arm(version.project(), armed);
    world.triggers().listeners(listeners());
    node.ledger().events().waitingEvents().forEach(world.triggers().joins()::add);
    for (var needs : node.ledger().events().needs()) {
      world.waiting().add(needs.getFirst().run(), new Waiting(needs));
    }
  }
}
