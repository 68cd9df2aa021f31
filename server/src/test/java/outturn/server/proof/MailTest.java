package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people are told comes by a real mail server.
class MailTest {
  private static final String PROJECT =
      """
      kind: channel
      name: night-shift
      mail:
        host: 127.0.0.1
        port: PORT
        tls: none
        user: outturn
        password: ${secrets.mail_password}
        from: outturn@example.org
        to: [ann@example.org, bo@example.org]
      ---
      kind: workflow
      name: mailed
      tasks: {pay: {shell: "echo no money; exit 3"}}
      notify: [{on: [failed, recovered], channel: night-shift}]
      """;

  private final LiveServer server = LiveServer.shared();
  private final Api api = server.api();
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    mail.setUser("ann@example.org", "ann", "x");
    mail.setUser("outturn@example.org", "outturn", "open sesame");
    mail.start();
    api.secret("mail-password", "open sesame");
    api.apply("mail", PROJECT.replace("PORT", "" + mail.getSmtp().getPort()));
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  private List<MimeMessage> toAnn(int count) {
    Patience.until(
        "%d mails".formatted(count),
        () -> mail.getReceivedMessages().length + " of " + api.get("/notifications?all=true"),
        seen -> seen.startsWith(2 * count + " "));
    return Arrays.stream(mail.getReceivedMessagesForDomain("ann@example.org")).toList();
  }

  @Test
  void aFailureAndThatItIsOverComeByMail() throws Exception {
    var run = api.ended(api.start("mailed")).path("id").asString();
    var failure = toAnn(1).getFirst();
    assertThat(failure.getSubject()).isEqualTo("[Outturn] mailed: failed");
    assertThat(failure.getFrom()[0]).hasToString("outturn@example.org");
    assertThat((String) failure.getContent())
        .contains("task pay failed (exit): ", "run %s: outturn show %s".formatted(run, run));

    assertThat(server.says("force", run, "pay", "success", "--reason", "paid by hand").code())
        .isZero();
    var recovery = toAnn(2).getLast();
    assertThat(recovery.getSubject()).isEqualTo("[Outturn] Recovered: mailed: failed");
    assertThat((String) recovery.getContent())
        .containsPattern("run %s for .* succeeded".formatted(run))
        .contains("task pay forced by admin: paid by hand");
    assertThat(recovery.getMessageID()).isNotEqualTo(failure.getMessageID());
  }

  @Test
  void aChannelIsTriedOutAndSaysWhatIsWrong() throws Exception {
    var tried = server.says("channel", "test", "night-shift");
    assertThat(tried.err() + tried.out()).contains("night-shift");
    assertThat(tried.code()).isZero();
    assertThat(toAnn(1).getFirst().getSubject())
        .isEqualTo("[Outturn] Test of the channel night-shift");

    api.secret("mail-password", "wrong");
    var refused = server.says("channel", "test", "night-shift");
    assertThat(refused.code()).isNotZero();
    assertThat(refused.err())
        .contains("127.0.0.1", "it does not take the user and password")
        .doesNotContain("wrong");
    assertThat(api.post("/channels/night-shft/test", Map.of()).detail())
        .contains("did you mean 'night-shift'?");
  }
}
