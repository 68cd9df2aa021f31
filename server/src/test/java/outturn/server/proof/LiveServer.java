package outturn.server.proof;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import outturn.server.Running;
import outturn.server.Settings;
import outturn.tasks.http.Reach;

/// A server in this process.
public record LiveServer(Place place, Running running) implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofSeconds(2);

  /// The usual ones, with this host as the outside that tests call.
  static final Settings.Faults FAULTS =
      new Settings.Faults(
          Settings.Faults.USUAL.workerLease(),
          Settings.Faults.USUAL.keepFree(),
          new Reach(List.of(Reach.Range.of("127.0.0.0/8"), Reach.Range.of("::1"))));

  private static final class Shared {
    static final LiveServer SERVER = started();

    private static LiveServer started() {
      var server = start(Place.fresh());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                server.close();
                server.place().remove();
              }));
      return server;
    }
  }

  /// The server of all tests that neither stop it nor look at what others do; each has projects of
  /// its own.
  public static LiveServer shared() {
    return Shared.SERVER;
  }

  public static LiveServer start(Place place) {
    return start(place, InstantSource.system());
  }

  /// One that goes by a clock of the test, which may jump forward.
  public static LiveServer start(Place place, InstantSource clock) {
    var settings =
        new Settings(
            place.folder(),
            new Settings.Address("127.0.0.1", 0),
            Optional.empty(),
            Settings.usualSlots(2),
            DRAIN,
            FAULTS,
            Settings.Serving.USUAL);
    try {
      return new LiveServer(place, Running.start(settings, clock));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public Api api() {
    return place.api();
  }

  /// Runs a command of its administrator.
  public Shell.Said says(String... command) {
    return new Shell(place).run(command);
  }

  @Override
  public void close() {
    running.close();
  }
}
