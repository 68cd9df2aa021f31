package outturn.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.spi.TaskType.Result.Done;
import outturn.spi.TaskType.Result.Failed;
import outturn.spi.TaskType.Result.Kind;
import outturn.tasks.Attempt;

@Timeout(60)
class ReachTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "localhost",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "169.254.169.254",
        "[::ffff:169.254.169.254]",
        "[64:ff9b::a9fe:a9fe]",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "100.100.100.200",
        "168.63.129.16",
        "224.0.0.1",
        "255.255.255.255",
        "[ff02::1]",
        "[2001:0:1::1]"
      })
  void whatTrustsThisHostIsNotCalled(String host) {
    assertThat(Reach.USUAL.refusal(host)).get().asString().contains("--call");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "192.0.0.193",
        "8.8.8.8",
        "[2001:db8::1]",
        "[fd12:3456::1]",
        "[64:ff9b::808:808]"
      })
  void servicesOfTheHouseAndOfTheWorldAre(String host) {
    assertThat(Reach.USUAL.refusal(host)).isEmpty();
  }

  @Test
  void aRangeIsAllowedByWhoStartsTheServer() {
    var reach = new Reach(List.of(Reach.Range.of("127.0.0.1"), Reach.Range.of("169.254.0.0/17")));
    assertThat(reach.refusal("127.0.0.1")).isEmpty();
    assertThat(reach.refusal("127.0.0.2")).isPresent();
    assertThat(reach.refusal("169.254.127.255")).isEmpty();
    assertThat(reach.refusal("169.254.128.0")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "127.0.0.1/33", "::1/129", "127.0.0.1/-1", "1.2.3.4/x", "/8"})
  void whatIsNoRangeIsRefusedInWords(String text) {
    assertThatThrownBy(() -> Reach.Range.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not an address, or a range");
  }

  @Test
  void aTaskMakesNoCallToIt() throws Exception {
    var heard = new AtomicInteger();
    try (var task = new HttpTask(HttpTask.Limits.USUAL);
        var server = new LoopbackServer()) {
      server.serve("/", exchange -> heard.incrementAndGet());
      var url = "http://localhost:%d/secret".formatted(server.port());
      var failed = (Failed) attempt(url).run(task);
      assertThat(failed.kind()).isEqualTo(Kind.START);
      assertThat(failed.message())
          .contains("GET " + url, "is this host itself", "--call 127.0.0.1");
      assertThat(heard).hasValue(0);
    }
  }

  @Test
  void aRedirectToItIsNotFollowed() throws Exception {
    var heard = new AtomicInteger();
    var limits =
        new HttpTask.Limits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            10_000,
            new Reach(List.of(Reach.Range.of("127.0.0.1"))));
    try (var task = new HttpTask(limits);
        var server = new LoopbackServer()) {
      server.serve(
          "/away",
          exchange -> {
            exchange
                .getResponseHeaders()
                .set("Location", "http://127.0.0.2:%d/in".formatted(server.port()));
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
          });
      server.serve("/in", exchange -> heard.incrementAndGet());
      var url = "http://127.0.0.1:%d/away".formatted(server.port());
      assertThat(attempt(url).run(task)).isInstanceOf(Failed.class);
      assertThat(heard).hasValue(0);
    }
  }

  @Test
  void aMeasureAndAWebhookObeyToo() throws Exception {
    var url = "http://127.0.0.1:1/hook";
    try (var measure = new MeasureCall(MeasureCall.USUAL);
        var hook = new HookCall(HttpTask.Limits.USUAL)) {
      var attempt = attempt(url);
      assertThat(measure.ask(attempt.request, _ -> {})).asString().contains("this host itself");
      assertThat(hook.send(attempt.request, _ -> {}))
          .isNotInstanceOf(Done.class)
          .asString()
          .contains("this host itself");
    }
  }

  private Attempt attempt(String url) {
    return new Attempt(folder, "http", Map.of("url", url), Map.of());
  }
}
