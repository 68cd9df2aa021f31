package outturn.runtime.change;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.change.Change;
import outturn.runtime.project.InForce;
import outturn.store.change.ChangeEvents;
import outturn.store.change.RecordedChange;
import outturn.store.change.RecordedChange.State;

/// All dated events that charts and analyses know: those of projects in force, and those that were
/// told to the server. Where both have a name, the project's counts.
public final class ChangeLog {
  private final InForce inForce;
  private final ChangeEvents events;
  private final InstantSource clock;

  public ChangeLog(InForce inForce, ChangeEvents events, InstantSource clock) {
    this.inForce = inForce;
    this.events = events;
    this.clock = clock;
  }

  /// A dated event and where it is from.
  public sealed interface Known {
    Change change();

    /// A document of a project.
    record Defined(Change change, String project) implements Known {}

    /// Told to the server.
    record Told(RecordedChange recorded) implements Known {
      @Override
      public Change change() {
        return recorded.change();
      }
    }
  }

  /// Those that hold now, by name.
  public List<Change> all() {
    return all(clock.instant());
  }

  /// Those of the projects in force now, with those that were told by an instant.
  public List<Change> all(Instant asOf) {
    return known(asOf).stream().map(Known::change).toList();
  }

  /// The same, with where each is from.
  public List<Known> known(Instant asOf) {
    var known = new TreeMap<String, Known>();
    for (var told : events.all(asOf)) {
      if (told.state() == State.HOLDS) known.put(told.change().name(), new Known.Told(told));
    }
    for (var entry : inForce.changes()) {
      known.put(entry.name(), new Known.Defined(entry.value(), entry.project()));
    }
    return List.copyOf(known.values());
  }

  /// One by its name, as it holds now.
  public Optional<Known> find(String name) {
    return known(clock.instant()).stream()
        .filter(each -> each.change().name().equals(name))
        .findFirst();
  }
}
