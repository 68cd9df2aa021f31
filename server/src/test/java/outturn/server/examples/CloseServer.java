package outturn.server.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import outturn.server.proof.Api;
import outturn.server.proof.Api.Prune;
import outturn.server.proof.LiveServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;
import outturn.server.proof.Shell;

/// A server with the example `month-end`, on a clock that jumps. The example is as it stands in its
/// folder, but for the copy of the ledger: that takes until the test lets it end.
final class CloseServer implements AutoCloseable {
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final String PAUSE = "sleep 10";

  private final Place place = Place.fresh();
  private final Path copied = place.folder().resolveSibling("copied");
  private final JumpingClock clock;
  private LiveServer server;

  /// @param begin in London
  CloseServer(String begin) {
    this.clock = new JumpingClock(LocalDateTime.parse(begin).atZone(LONDON).toInstant());
    this.server = LiveServer.start(place, clock);
    tellWhereTheLedgerIs();
    api().apply("month-end", files(), Prune.KEEP);
  }

  /// Its PostgreSQL listens elsewhere after each start.
  private void tellWhereTheLedgerIs() {
    var database = server.running().server().ownDatabase("examples", "opensesame");
    api().secret("examples-url", database.jdbcUrl());
    api().secret("examples-user", database.user());
    api().secret("examples-password", database.password());
  }

  private Map<String, String> files() {
    var files = new HashMap<String, String>();
    var folder = Examples.folder("month-end");
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Examples.text(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    var wait = "until [ -e '%s' ]; do sleep 0.1; done".formatted(copied);
    files.computeIfPresent("scripts/copy-ledger.sh", (_, text) -> text.replace(PAUSE, wait));
    return files;
  }

  Api api() {
    return server.api();
  }

  Shell.Said says(String... command) {
    return server.says(command);
  }

  /// It stands still until then: what was due meanwhile is found when it starts again.
  void sleepUntil(String time) {
    server.close();
    clock.jumpTo(LocalDateTime.parse(time).atZone(LONDON).toInstant());
    server = LiveServer.start(place, clock);
    tellWhereTheLedgerIs();
  }

  void jumpTo(String time) {
    clock.jumpTo(LocalDateTime.parse(time).atZone(LONDON).toInstant());
  }

  /// Somebody begins to copy the ledger, and so takes all of its pool.
  String beginCopy() {
    try {
      Files.deleteIfExists(copied);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    var run = api().start("hold-the-ledger", Map.of("minutes", 1));
    api().task(run, "copy", "running");
    return run;
  }

  /// The copy is done; waits until the run has ended.
  void endCopy(String run) {
    try {
      Files.createFile(copied);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    api().ended(run);
  }

  /// A mail that somebody got.
  record Mail(String to, String subject, String text) {}

  /// All mails to somebody whose subject has these words, the oldest first, once there are as many.
  List<Mail> mails(String to, String subject, int enough) {
    return Patience.until(
        "%d mails to %s about %s".formatted(enough, to, subject),
        () -> mails(to).stream().filter(mail -> mail.subject().contains(subject)).toList(),
        mails -> mails.size() >= enough);
  }

  List<Mail> mails(String to) {
    var folder = place.folder().resolve("mail/month-end");
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(CloseServer::mail)
          .filter(mail -> mail.to().startsWith(to + "@"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Mail mail(Path file) {
    try (var bytes = Files.newInputStream(file)) {
      var mail = new MimeMessage(Session.getInstance(new Properties()), bytes);
      var text = new String(mail.getInputStream().readAllBytes(), UTF_8);
      return new Mail(mail.getAllRecipients()[0].toString(), mail.getSubject(), text);
    } catch (IOException | MessagingException unreadable) {
      throw new AssertionError(file.toString(), unreadable);
    }
  }

  @Override
  public void close() {
    server.close();
    place.remove();
  }
}
