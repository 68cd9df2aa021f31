package outturn.server;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.store.folder.CannotStart;
import outturn.store.folder.PrivateFile;

/// A server in this process, from its start to a signal that stops it.
public final class Running implements AutoCloseable {
  private static final String VERSION =
      Optional.ofNullable(Running.class.getPackage().getImplementationVersion()).orElse("unbuilt");
  private static final String SERVER_FILE = "server.json";

  private final Server server;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Running(Server server) {
    this.server = server;
  }

  /// Starts a server and waits until it decides; tells other commands on this host where it is.
  public static Running start(Settings settings, InstantSource clock) throws InterruptedException {
    try {
      PlainLog.set();
      var running = new Running(new Server(settings, VERSION, clock));
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(running::stopAndWait));
      running.awaitReady();
      running.announce();
      return running;
    } catch (CannotStart cannot) {
      throw failed(cannot);
    }
  }

  /// What a user is told when a server cannot start for this reason.
  public static CommandFailed failed(RuntimeException reason) {
    return new CommandFailed(
        ExitCode.REFUSED, "the server cannot start", String.valueOf(reason.getMessage()));
  }

  private void awaitReady() throws InterruptedException {
    while (!server.ready() && !stop.await(5, TimeUnit.MILLISECONDS)) {
      // The state of runs is being read.
    }
  }

  private void announce() {
    var text = "{\"url\": \"%s\", \"pid\": %d}".formatted(url(), ProcessHandle.current().pid());
    new PrivateFile(server.data().resolve(SERVER_FILE)).write(text);
  }

  public Server server() {
    return server;
  }

  /// The address of the server, for programs.
  public String url() {
    return server.url();
  }

  /// A link for one sign-in in a browser, good for ten minutes.
  public String loginLink() {
    return url() + server.identity().loginPath();
  }

  /// What the administrator signs in with first, after the very first start; told once.
  public Optional<String> firstPassword() {
    return server
        .identity()
        .firstPassword()
        .map(
            "user admin, password %s (shown only now, to be changed at the first sign-in)"
                ::formatted);
  }

  /// Waits until a signal asks the server to stop.
  public void await() throws InterruptedException {
    stop.await();
  }

  private void stopAndWait() {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(server.data().resolve(SERVER_FILE));
    } catch (IOException left) {
      // The next start writes it anew.
    } finally {
      stopped.countDown();
    }
  }
}
