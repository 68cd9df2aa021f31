package outturn.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import outturn.store.folder.CannotStart;

/// The data directory of PostgreSQL ("cluster" in its manual), of one major version.
record DataDirectory(Path path, Binaries binaries, Account account) {
  // Tuned for one small server that commits in groups: few connections, little memory, no
  // replication, no just-in-time
  // compiler. An administrator's ALTER SYSTEM is read after this file and wins.
  private static final String SETTINGS =
      """
      # Written by Outturn at each start; change settings by ALTER SYSTEM.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      max_connections = 40
      shared_buffers = 64MB
      work_mem = 4MB
      maintenance_work_mem = 32MB
      effective_cache_size = 512MB
      max_parallel_workers_per_gather = 0
      io_method = 'sync'
      jit = off
      random_page_cost = 1.1
      fsync = on
      synchronous_commit = on
      wal_level = minimal
      max_wal_senders = 0
      max_logical_replication_workers = 0
      wal_buffers = 4MB
      min_wal_size = 80MB
      max_wal_size = 512MB
      checkpoint_timeout = 15min
      log_destination = 'stderr'
      logging_collector = off
      log_line_prefix = '%m [%p] '
      log_checkpoints = off
      log_timezone = 'UTC'
      timezone = 'UTC'
      lc_messages = 'C'
      default_text_search_config = 'pg_catalog.simple'
      """;

  // After a crash a thousand small files are made durable: Linux can do that in one call.
  private static final String FILE_SYSTEM_SYNC =
      System.getProperty("os.name").equals("Linux") ? "syncfs" : "fsync";

  boolean exists() {
    return Files.exists(path);
  }

  /// Makes it aside and moves it in place, so that an interrupted start leaves nothing half made.
  void create(String user, Path passwordFile) {
    var aside = path.resolveSibling(path.getFileName() + ".new");
    FolderTree.remove(aside);
    var made =
        Program.of(
                account,
                binaries.program("initdb"),
                "--pgdata=" + aside,
                "--username=" + user,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--sync-method=" + FILE_SYSTEM_SYNC,
                "--no-instructions")
            .run();
    if (!made.well()) {
      throw new CannotStart(
          "PostgreSQL cannot make its data directory %s:\n%s".formatted(path, made.output()));
    }
    try {
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Throws [CannotStart] for the data of another major version, which these programs cannot read.
  void requireVersion() {
    try {
      var found = Files.readString(path.resolve("PG_VERSION")).strip();
      if (!found.equals(binaries.major())) {
        throw new CannotStart(
            """
            %s was written by PostgreSQL %s and this Outturn has PostgreSQL %s: with the earlier Outturn make a backup \
            (outturn backup), then restore it into a new data folder\
            """
                .formatted(path, found, binaries.major()));
      }
    } catch (IOException e) {
      throw new CannotStart("%s is not a data directory of PostgreSQL: %s".formatted(path, e), e);
    }
  }

  boolean hasSettings(int port) {
    try {
      return Files.readString(settings()).equals(settingsFor(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writeSettings(int port) {
    try {
      Files.writeString(settings(), settingsFor(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Postmaster> postmaster() {
    return Postmaster.of(path);
  }

  private static String settingsFor(int port) {
    return SETTINGS
        + "recovery_init_sync_method = %s%nport = %d%n".formatted(FILE_SYSTEM_SYNC, port);
  }

  private Path settings() {
    return path.resolve("postgresql.conf");
  }
}
