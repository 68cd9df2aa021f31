package outturn.tasks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.spi.TaskType;
import outturn.tasks.setting.Settings;

/// Runs a process on the worker's host.
///
/// Settings: `command`, a list of a program and its arguments, or `shell`, a line for `/bin/sh -c`.
///
/// The process works in the folder of the project's files, which it must only read, so that
/// `[python3, scripts/extract.py]` finds its script. It sees nothing of the server's environment
/// but what the request says and `PATH`, `LANG`, `HOME` and `TMPDIR` (both the scratch folder),
/// unless the request sets these; `OUTTURN_FILES`, `OUTTURN_SCRATCH`, and `OUTTURN_OUTPUTS`, the
/// file for its outputs (see [OutputsFile]). Its standard input is empty.
///
/// An interrupt ends the process and all that it started: SIGTERM, then SIGKILL after the grace.
/// What a process leaves running when it ends by itself is ended likewise, since a next attempt
/// must not meet it.
public final class ProcessTask implements TaskType {

  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final int SIGNALLED = 128;

  private final Patience patience;
  private final Started started;
  private final Guard guard;

  /// How long to wait.
  ///
  /// @param grace between SIGTERM and SIGKILL
  /// @param drain for what a process left running when it ended by itself
  public record Patience(Duration grace, Duration drain) {
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  /// @param guard ends the processes when this server cannot
  public ProcessTask(Patience patience, Started started, Guard guard) {
    this.patience = patience;
    this.started = started;
    this.guard = guard;
  }

  @Override
  public String name() {
    return "process";
  }

  @Override
  public Result run(Request request) throws InterruptedException {
    var command = Command.of(new Settings(request.settings()));
    var environment = environment(request);
    var files = request.places().files().toAbsolutePath();
    try (var child = guard.starting(environment.getOrDefault(Guard.TOKEN, ""))) {
      var program = command.program(files, environment.getOrDefault("PATH", PATH));
      var process = new Launch(program, command.words(), environment, files).start();
      return attend(process, child, request);
    } catch (Command.NoProgram e) {
      return Result.Failed.of(Result.Kind.START, e.words());
    } catch (IOException e) {
      return Result.Failed.of(
          Result.Kind.START, "could not start in %s: %s".formatted(files, e.getMessage()));
    }
  }

  private Result attend(Process process, Guard.Child child, Request request)
      throws InterruptedException {
    var tree = new ProcessTree(process.toHandle());
    var out = Pump.start(process.getInputStream(), Log.Stream.OUT, request.log());
    var err = Pump.start(process.getErrorStream(), Log.Stream.ERR, request.log());
    var settled = false;
    try {
      child.started(process.pid());
      process.info().startInstant().ifPresent(at -> started.started(request, process.pid(), at));
      var code = process.waitFor();
      settle(tree, out, err, request.log());
      settled = true;
      if (child.struck()) throw struck(request);
      if (code != 0) return new Result.Failed(Result.Kind.EXIT, code, message(code, err));
      return OutputsFile.read(request);
    } finally {
      if (!settled) end(tree, out, err);
      out.close();
      err.close();
    }
  }

  /// The attempt is neither done nor failed: another server may have taken it over.
  private static InterruptedException struck(Request request) {
    var why = "this server was silent for too long, so that the guard ended its processes";
    request.log().line(Log.Stream.NOTE, why);
    return new InterruptedException(why);
  }

  /// Waits for the last words, and for what the process left running; then ends it.
  private void settle(ProcessTree tree, Pump out, Pump err, Log log) throws InterruptedException {
    var step = patience.drain().dividedBy(10);
    for (var left = patience.drain(); left.isPositive(); left = left.minus(step)) {
      var done = out.isDoneWithin(step) && err.isDoneWithin(step);
      if (done && (!tree.mayBeAlive() || !tree.isAlive())) return;
      if (done) Thread.sleep(step);
    }
    if (tree.isAlive()) {
      log.line(Log.Stream.NOTE, "the process ended but left others running; they are ended now");
      tree.end(patience.grace());
    }
    if (!out.isDoneWithin(step) || !err.isDoneWithin(step)) {
      log.line(
          Log.Stream.NOTE,
          "a process that left this task's session still holds its output; it is not waited for");
    }
  }

  /// After an interrupt: the tree first, then its last words.
  private void end(ProcessTree tree, Pump out, Pump err) {
    tree.end(patience.grace());
    var interrupted = Thread.interrupted();
    try {
      if (!out.isDoneWithin(patience.drain()) || !err.isDoneWithin(patience.drain())) return;
    } catch (InterruptedException _) {
      interrupted = true;
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  private static String message(int code, Pump err) {
    var signal = code > SIGNALLED ? " (signal %d)".formatted(code - SIGNALLED) : "";
    var words = err.lastLines();
    var last = words.isEmpty() ? "; it said nothing on standard error" : ":\n" + words;
    return "exit code " + code + signal + last;
  }

  private static Map<String, String> environment(Request request) {
    var scratch = request.places().scratch();
    var environment = new HashMap<String, String>();
    environment.put("PATH", PATH);
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", text(scratch));
    environment.put("TMPDIR", text(scratch));
    environment.putAll(request.environment());
    environment.put("OUTTURN_FILES", text(request.places().files()));
    environment.put("OUTTURN_SCRATCH", text(scratch));
    environment.put("OUTTURN_OUTPUTS", text(OutputsFile.in(scratch)));
    return environment;
  }

  private static String text(Path path) {
    return path.toAbsolutePath().toString();
  }
}
