package outturn.tasks.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.tasks.RecordedLog;

/// Mail to a real SMTP server.
class MailCallTest {
  private static final byte[] EVERY_BYTE = everyByte();

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  @TempDir private Path home;
  private MailCall mail;

  @BeforeEach
  void build() {
    mail = new MailCall(Duration.ofSeconds(2), new MailFolders(home.resolve("mail")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static Request request(int port, Map<String, Object> more) {
    var settings = new HashMap<String, Object>();
    settings.put("host", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    settings.put("tls", "none");
    settings.put("from", "outturn@example.org");
    settings.put("to", List.of("ann@example.org", "bo@example.org"));
    settings.put("subject", "Läuft nicht: täglich");
    settings.put("text", "Zeile eins\nZeile zwei – ü");
    settings.put("id", "7f1c@outturn");
    settings.put("date", "2026-11-28T06:00:00Z");
    settings.putAll(more);
    return new Request(
        "mail",
        settings,
        Map.of(),
        Map.of(),
        new Request.Places(Path.of("."), Path.of(".")),
        new RecordedLog(),
        Optional.empty());
  }

  @Test
  void aMailArrivesAsItWasWrittenUnderItsId() throws Exception {
    server.start();
    assertThat(mail.send(request(server.getSmtp().getPort(), Map.of())))
        .isInstanceOf(Result.Done.class);
    var got = server.getReceivedMessages();
    assertThat(got).hasSize(2);
    assertThat(got[0].getSubject()).isEqualTo("Läuft nicht: täglich");
    assertThat(((String) got[0].getContent()).strip().lines())
        .containsExactly("Zeile eins", "Zeile zwei – ü");
    assertThat(got[0].getHeader("Message-ID")).containsExactly("<7f1c@outturn>");
    assertThat(got[0].getSentDate().toInstant()).hasToString("2026-11-28T06:00:00Z");
  }

  @Test
  void aFileGoesWithAMailAsItIs() throws Exception {
    server.start();
    assertThat(mail.send(request(server.getSmtp().getPort(), withFile())))
        .isInstanceOf(Result.Done.class);
    isWhole(server.getReceivedMessages()[0]);
  }

  private static Map<String, Object> withFile() {
    return Map.of(
        "attachment",
        EVERY_BYTE,
        "attachmentName",
        "one-visit-2026-11-28.pdf",
        "attachmentType",
        "application/pdf");
  }

  private static void isWhole(MimeMessage message) throws Exception {
    var parts = (MimeMultipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat((String) parts.getBodyPart(0).getContent()).startsWith("Zeile eins");
    var file = parts.getBodyPart(1);
    assertThat(file.getFileName()).isEqualTo("one-visit-2026-11-28.pdf");
    assertThat(file.getContentType()).startsWith("application/pdf");
    assertThat(file.getInputStream().readAllBytes()).isEqualTo(EVERY_BYTE);
  }

  private static byte[] everyByte() {
    var bytes = new byte[1024];
    for (int each = 0; each < bytes.length; each++) bytes[each] = (byte) each;
    return bytes;
  }

  @Test
  void aMailIntoAFolderIsOneFileHoweverOftenItComes() throws Exception {
    var request = request(1, with(withFile(), Map.of("folder", "board")));
    assertThat(mail.send(request)).isInstanceOf(Result.Done.class);
    assertThat(mail.send(request)).isInstanceOf(Result.Done.class);
    var other = request(1, Map.of("folder", "board", "id", "7f1d@outturn"));
    assertThat(mail.send(other)).isInstanceOf(Result.Done.class);

    var folder = home.resolve("mail/board");
    assertThat(folder)
        .isDirectoryContaining("glob:**/2026-11-28-060000-7f1c.eml")
        .isDirectoryContaining("glob:**/2026-11-28-060000-7f1d.eml");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
    try (var file = Files.newInputStream(folder.resolve("2026-11-28-060000-7f1c.eml"))) {
      var message = new MimeMessage(Session.getInstance(new Properties()), file);
      assertThat(message.getSubject()).isEqualTo("Läuft nicht: täglich");
      assertThat(message.getMessageID()).isEqualTo("<7f1c@outturn>");
      isWhole(message);
    }
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    var all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws Exception {
    Files.createFile(home.resolve("mail"));
    assertThat(mail.send(request(1, Map.of("folder", "board"))))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(Result.Kind.CONNECTION);
              assertThat(failed.message()).contains("mail/board");
            });
  }

  @Test
  void whoeverHasToSignInDoes() {
    server.setUser("outturn@example.org", "outturn", "s3cret");
    server.start();
    var port = server.getSmtp().getPort();
    var right = Map.<String, Object>of("user", "outturn", "password", "s3cret");
    assertThat(mail.send(request(port, right))).isInstanceOf(Result.Done.class);
    var wrong = mail.send(request(port, Map.of("user", "outturn", "password", "other")));
    assertThat(wrong)
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(Result.Kind.ANSWER);
              assertThat(failed.message()).contains("user and password").doesNotContain("other");
            });
  }

  @Test
  void aServerThatIsNotThereIsTold() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(mail.send(request(port, Map.of())))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> assertThat(failed.kind()).isEqualTo(Result.Kind.CONNECTION));
  }

  @Test
  void aServerThatSaysNothingIsWaitedForOnlySoLong() throws Exception {
    try (var silent = new ServerSocket(0)) {
      var before = System.nanoTime();
      assertThat(mail.send(request(silent.getLocalPort(), Map.of())))
          .isInstanceOf(Result.Failed.class);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void tlsThatIsWantedIsNotDoneWithout() {
    server.start();
    var told = mail.send(request(server.getSmtp().getPort(), Map.of("tls", "starttls")));
    assertThat(told).isInstanceOf(Result.Failed.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }
}
