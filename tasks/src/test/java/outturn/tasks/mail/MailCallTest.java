package outturn.tasks.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.tasks.RecordedLog;

/// Mail to a real SMTP server.
class MailCallTest {
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final MailCall mail = new MailCall(Duration.ofSeconds(2));

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
