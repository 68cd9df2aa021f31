package outturn.runtime.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.definition.trigger.Source.Arrival;
import outturn.definition.trigger.Source.Existing;
import outturn.definition.trigger.Trigger;
import outturn.engine.trigger.Armed;
import outturn.store.event.Events;

/// Looks for files that triggers wait for. A file of one path, size and time of change is one
/// event, however often and by however many servers it is seen.
///
/// It looks again and again: what a file system tells of changes by itself is lost with whoever
/// listened.
public final class FileWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
  private static final Duration REFRESH = Duration.ofHours(6);

  private final Arrivals arrivals;
  private final Events events;
  private final FolderView folders;
  private final BooleanSupplier held;
  private final InstantSource clock;
  private final Map<Place, Watched> watched = new HashMap<>();

  private record Place(String trigger, String part, String path) {}

  /// What is known of the files of one path.
  private static final class Watched {
    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private Instant refreshed = Instant.MIN;
    private boolean told;
  }

  /// @param since when it was first seen like this
  private record Sighting(String key, Instant since) {}

  /// @param held while it says so, nothing is looked for
  public FileWatch(
      Arrivals arrivals,
      Events events,
      FolderView folders,
      BooleanSupplier held,
      InstantSource clock) {
    this.arrivals = arrivals;
    this.events = events;
    this.folders = folders;
    this.held = held;
    this.clock = clock;
  }

  /// Looks once at every path that a trigger in force is about.
  public void step() {
    if (held.getAsBoolean()) return;
    var places = new HashSet<Place>();
    for (var armed : arrivals.armed().toList()) {
      for (var part : armed.trigger().parts()) {
        if (!(part.source() instanceof Arrival arrival)) continue;
        var place = new Place(armed.name(), part.name(), arrival.files().path());
        places.add(place);
        look(armed, part, arrival, place);
      }
    }
    watched.keySet().retainAll(places);
  }

  private void look(Armed armed, Trigger.Part part, Arrival arrival, Place place) {
    var known = watched.computeIfAbsent(place, _ -> new Watched());
    try {
      look(armed, part, arrival, place, known);
      known.told = false;
    } catch (RuntimeException failure) {
      if (!known.told) LOG.warn("trigger {}: {}", place.trigger(), failure.getMessage());
      known.told = true;
    }
  }

  private void look(Armed armed, Trigger.Part part, Arrival arrival, Place place, Watched known) {
    var now = clock.instant();
    var pattern = arrival.files().regex();
    var found =
        folders.files(arrival.files().folder()).stream()
            .filter(file -> pattern.matcher(file.name()).matches())
            .toList();
    if (!events.watched(place.trigger(), place.part(), place.path())) {
      begin(armed, part, arrival, place, found);
    }
    var stable = new HashMap<String, FolderView.Found>();
    var present = new HashMap<String, Sighting>();
    for (var file : found) {
      var key = file.key(arrival.files().folder());
      var before = known.sightings.get(file.name());
      boolean same = before != null && before.key().equals(key);
      var sighting = same && before != null ? before : new Sighting(key, now);
      present.put(file.name(), sighting);
      if (!now.isBefore(sighting.since().plus(arrival.stable()))) stable.put(key, file);
    }
    known.sightings.clear();
    known.sightings.putAll(present);
    send(armed, part, arrival, known, stable);
    refresh(place, known, stable.keySet(), now);
  }

  /// The first look: what is there came before.
  private void begin(
      Armed armed, Trigger.Part part, Arrival arrival, Place place, List<FolderView.Found> found) {
    var before = arrival.existing() == Existing.START ? List.<FolderView.Found>of() : found;
    events.watch(
        place.trigger(),
        place.part(),
        place.path(),
        before.stream()
            .map(file ->
                arrivals.arrived(
                    armed,
                    new Trigger.Part(part.name(), part.source(), Optional.empty()),
                    file.key(arrival.files().folder()),
                    file.values(arrival.files().folder())))
            .toList(),
        clock.instant());
  }

  private void send(
      Armed armed,
      Trigger.Part part,
      Arrival arrival,
      Watched known,
      Map<String, FolderView.Found> stable) {
    known.sent.retainAll(stable.keySet());
    var fresh = new ArrayList<>(stable.keySet());
    fresh.removeAll(known.sent);
    if (fresh.isEmpty()) return;
    var seen = events.seen(armed.name(), part.name(), fresh);
    for (var key : fresh.stream().sorted().toList()) {
      var file = stable.get(key);
      if (file != null && !seen.contains(key)) {
        var values = file.values(arrival.files().folder());
        arrivals.send(armed, arrivals.arrived(armed, part, key, values));
      }
      known.sent.add(key);
    }
  }

  /// A file that stays is not forgotten, and so does not start a run again.
  private void refresh(Place place, Watched known, Set<String> keys, Instant now) {
    if (keys.isEmpty() || now.isBefore(known.refreshed.plus(REFRESH))) return;
    if (!known.refreshed.equals(Instant.MIN)) {
      events.stillThere(place.trigger(), place.part(), keys, now);
    }
    known.refreshed = now;
  }
}
