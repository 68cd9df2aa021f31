package outturn.server.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import outturn.server.Main;

/// A server in a process of its own, which can be killed.
public record ChildServer(Place place, Process process) implements AutoCloseable {

  /// Starts one and waits until it is ready.
  ///
  /// @param memory the most that its heap may have, such as `256m`
  /// @param options further ones of `outturn server`
  public static ChildServer start(Place place, String memory, String... options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + memory, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("server", "--port", "0", "--data", place.folder().toString()));
    command.addAll(List.of(options));
    try {
      var log = place.folder().resolveSibling("server.log").toFile();
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      return new ChildServer(place, process).ready();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private ChildServer ready() {
    Patience.until(
        "a server is ready in " + place.folder(),
        this::isReady,
        ready -> {
          if (!process.isAlive()) throw new AssertionError("it ended: " + process.exitValue());
          return ready;
        });
    return this;
  }

  /// What a killed server announced is still there.
  private boolean isReady() {
    return place.isAnnounced() && place.announced().path("pid").longValue() == process.pid();
  }

  public Api api() {
    return place.api();
  }

  /// Ends it at once, as a loss of power does.
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Stops its clock and all else, as when a virtual machine is moved; [#wake] lets it go on.
  public void freeze() {
    signal("-STOP");
  }

  public void wake() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      var code = new ProcessBuilder("kill", signal, "" + process.pid()).start().waitFor();
      if (code != 0) throw new AssertionError("kill " + signal + ": " + code);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
