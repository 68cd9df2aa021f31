package outturn.store.embedded;

import java.util.Optional;
import outturn.store.folder.CannotStart;

/// Starts and stops the PostgreSQL of a data directory by its own `pg_ctl`, which gives it a
/// session of its own: a Ctrl-C for the server does not reach it.
record Control(DataDirectory data, LogFile log) {
  /// Why PostgreSQL did not start.
  record Refusal(String output) {
    boolean portIsTaken() {
      return output.contains("could not bind");
    }

    /// Processes of a killed server still use its memory; they end by themselves in a moment.
    boolean orphansRemain() {
      return output.contains("shared memory block")
          || output.contains("lock file \"postmaster.pid\" already exists");
    }
  }

  // Recovery after a crash can take minutes; until it is over nobody can work.
  private static final String SECONDS_TO_START = "3600";
  private static final String SECONDS_TO_STOP = "60";

  Optional<Refusal> start() {
    var logged = log.size();
    var started =
        control("start", "--log=" + log.path(), "--wait", "--timeout=" + SECONDS_TO_START);
    return started.well()
        ? Optional.empty()
        : Optional.of(new Refusal(started.output() + "\n" + log.since(logged)));
  }

  /// Ends open sessions and writes everything to disk; if that takes too long, stops at once, as a
  /// crash would.
  void stop() {
    if (data.postmaster().isEmpty()) {
      return;
    }
    var stopped = control("stop", "--mode=fast", "--wait", "--timeout=" + SECONDS_TO_STOP);
    if (!stopped.well() && data.postmaster().isPresent()) {
      control("stop", "--mode=immediate", "--wait", "--timeout=" + SECONDS_TO_STOP);
    }
  }

  /// Sets a password in a stopped database, as only the owner of its files can.
  void setPassword(String user, String password) {
    var statement =
        "alter role \"%s\" password '%s';\n".formatted(user, password.replace("'", "''"));
    var set =
        Program.of(
                data.account(),
                data.binaries().program("postgres"),
                "--single",
                "-D",
                data.path().toString(),
                "postgres")
            .run(statement);
    if (!set.well()) {
      throw new CannotStart(
          "cannot set the password of the database in %s:\n%s"
              .formatted(data.path(), set.output()));
    }
  }

  private Program.Ended control(String action, String... options) {
    var arguments = new String[options.length + 3];
    arguments[0] = action;
    arguments[1] = "--silent";
    arguments[2] = "--pgdata=" + data.path();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Program.of(data.account(), data.binaries().program("pg_ctl"), arguments).run();
  }
}
