package outturn.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import outturn.store.database.ConnectionSettings;
import outturn.store.embedded.Control.Refusal;
import outturn.store.embedded.Postmaster.State;
import outturn.store.folder.CannotStart;
import outturn.store.folder.DataFolder;
import outturn.store.folder.PrivateFile;

/// A PostgreSQL of the server's own, in its data folder: safe against crashes (synchronous, with
/// checksums), reachable only from this machine and only with a generated password.
///
/// It outlives a server that was killed; the next server on the folder takes it over.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String USER = "outturn";
  private static final String DATABASE = "outturn";
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NO_SUCH_DATABASE = "3D000";

  // pg_ctl hands the folder to a shell inside of double quotes.
  private static final Pattern UNFIT_FOR_SHELL = Pattern.compile("[\"$`\\\\\\n]");

  private static final int PORTS_TO_TRY = 5;
  private static final int WAITS_FOR_ORPHANS = 100;
  private static final int ORPHAN_WAIT_MILLIS = 100;

  private final DataDirectory data;
  private final Control control;
  private final String password;
  private int port;
  private boolean closed;

  private EmbeddedPostgres(DataDirectory data, Control control, String password) {
    this.data = data;
    this.control = control;
    this.password = password;
  }

  /// Starts it, or takes over the one that a killed server left running; returns when it answers.
  /// The first start in a folder unpacks the programs and makes the database. Throws [CannotStart].
  public static EmbeddedPostgres start(DataFolder folder) {
    return start(folder, folder.postgres().resolve("programs"));
  }

  /// The same with the programs in a folder that several data folders share.
  public static EmbeddedPostgres start(DataFolder folder, Path programs) {
    if (UNFIT_FOR_SHELL.matcher(folder.path().toString()).find()) {
      throw new CannotStart(
          "PostgreSQL cannot work in %s: choose a data folder without \" $ ` \\ in its path"
              .formatted(folder.path()));
    }
    var binaries = Binaries.unpack(programs);
    return start(folder, binaries, new Accounts(folder, binaries).choose(dataIn(folder)));
  }

  static EmbeddedPostgres start(DataFolder folder, Binaries binaries, Account account) {
    var data = new DataDirectory(dataIn(folder), binaries, account);
    var passwordFile = new PrivateFile(folder.postgres().resolve("password"));
    if (data.exists()) {
      data.requireVersion();
    }
    if (passwordFile.read().isEmpty()) {
      passwordFile.write(newPassword());
      account.own(passwordFile.path());
    }
    var password = passwordFile.read().orElseThrow();
    if (!data.exists()) {
      data.create(USER, passwordFile.path());
    }
    var log = new LogFile(folder.postgres().resolve("postgres.log"));
    var postgres = new EmbeddedPostgres(data, new Control(data, log), password);
    postgres.takeOverOrStart();
    return postgres;
  }

  static Path dataIn(DataFolder folder) {
    return folder.postgres().resolve("data");
  }

  /// Where and as whom to connect; the same for as long as this object lives.
  public synchronized ConnectionSettings connection() {
    return connection(DATABASE);
  }

  /// Starts PostgreSQL anew if it died, on the same port; whether it had to. To be called every
  /// second or so: it also keeps the log within its limit. Throws [CannotStart] if it does not
  /// start; the next call tries again.
  public synchronized boolean restartIfDead() {
    control.log().limit();
    if (closed || data.postmaster().filter(p -> p.state() == State.OURS).isPresent()) {
      return false;
    }
    startAgain();
    return true;
  }

  /// Stops it, ending all sessions; nothing that was committed is lost.
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      control.stop();
    }
  }

  private void takeOverOrStart() {
    control.log().limit();
    if (!adopted()) {
      startSomewhere();
      admitSelf();
    }
    makeDatabase();
  }

  /// Whether the PostgreSQL of a killed server goes on as ours: the same program with the same
  /// settings and password.
  private boolean adopted() {
    var left = data.postmaster();
    if (left.isEmpty() || left.get().state() != State.OURS) {
      return false;
    }
    port = left.get().port();
    if (left.get().runs(data.binaries().program("postgres"))
        && data.hasSettings(port)
        && answers()) {
      return true;
    }
    control.stop();
    return false;
  }

  private boolean answers() {
    try (var connection = connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private void startSomewhere() {
    for (var tried = 1; ; tried++) {
      port = freePort();
      var refusal = startOnPort();
      if (refusal.isEmpty()) {
        return;
      }
      if (!refusal.get().portIsTaken() || tried == PORTS_TO_TRY) {
        throw doesNotStart(refusal.get());
      }
    }
  }

  private void startAgain() {
    var refusal = startOnPort();
    if (refusal.isPresent()) {
      throw doesNotStart(refusal.get());
    }
  }

  private Optional<Refusal> startOnPort() {
    data.postmaster()
        .filter(p -> p.state() == State.STRANGER)
        .ifPresent(Postmaster::forgetStranger);
    data.writeSettings(port);
    var refusal = control.start();
    for (var waits = 0; waits < WAITS_FOR_ORPHANS; waits++) {
      if (refusal.filter(Refusal::orphansRemain).isEmpty()) {
        return refusal;
      }
      pause();
      refusal = control.start();
    }
    return refusal;
  }

  /// If the password file was lost or changed, the database learns the password that is there now.
  private void admitSelf() {
    try {
      connect("postgres").close();
    } catch (SQLException e) {
      if (!WRONG_PASSWORD.equals(e.getSQLState())) {
        throw doesNotAnswer(e);
      }
      control.stop();
      control.setPassword(USER, password);
      startAgain();
    }
  }

  private void makeDatabase() {
    try {
      connect(DATABASE).close();
    } catch (SQLException e) {
      if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
        throw doesNotAnswer(e);
      }
      try (var connection = connect("postgres");
          var statement = connection.createStatement()) {
        statement.execute("create database " + DATABASE);
      } catch (SQLException failed) {
        throw doesNotAnswer(failed);
      }
    }
  }

  private CannotStart doesNotStart(Refusal refusal) {
    return new CannotStart(
        "PostgreSQL does not start in %s:\n%s".formatted(data.path(), refusal.output()));
  }

  private CannotStart doesNotAnswer(SQLException e) {
    return new CannotStart(
        "PostgreSQL in %s does not answer on port %d: %s"
            .formatted(data.path(), port, e.getMessage()),
        e);
  }

  /// The connection to the server's database, for whoever knows port and password.
  static ConnectionSettings connection(int port, String password) {
    return connection(DATABASE, port, password);
  }

  private ConnectionSettings connection(String database) {
    return connection(database, port, password);
  }

  private static ConnectionSettings connection(String database, int port, String password) {
    return new ConnectionSettings(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), USER, password);
  }

  private Connection connect(String database) throws SQLException {
    return connection(database).connect();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String newPassword() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void pause() {
    try {
      Thread.sleep(ORPHAN_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("interrupted while PostgreSQL starts", e);
    }
  }
}
