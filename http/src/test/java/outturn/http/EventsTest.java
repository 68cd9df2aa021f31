package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.store.identity.Role;

class EventsTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final String SIGNATURE = "X-Hub-Signature-256";
  private static final String PUSHED = "/api/v1/hooks/build/pushed";

  @BeforeAll
  static void apply() {
    SERVER.apply("events");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Client.Answer post(String path, String body, String... headers) {
    var client = SERVER.stranger();
    for (int at = 0; at < headers.length; at += 2)
      client = client.with(headers[at], headers[at + 1]);
    return client.send("POST", path, body);
  }

  private static String signature(String body, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static List<String> runs(String workflow) {
    var list = OPERATOR.get("/api/v1/runs?workflow=" + workflow).json().path("items");
    return IntStream.range(0, list.size())
        .mapToObj(i -> list.path(i).path("id").asString())
        .toList();
  }

  @Test
  void aSignedRequestStartsOneRunHoweverOftenItIsSent() {
    var body = "{\"ref\": \"refs/heads/main\", \"commits\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}";
    var signed = signature(body, "sesame");
    var first = post(PUSHED, body, SIGNATURE, signed, "X-GitHub-Delivery", "d1");
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.json().path("state").asString()).isEqualTo("started");
    var again = post(PUSHED, body, SIGNATURE, signed, "X-GitHub-Delivery", "d1");

    var run = first.json().path("run").asString();
    assertThat(again.json().path("run").asString()).isEqualTo(run);
    var shown = OPERATOR.await(run, "succeeded");
    assertThat(shown.path("inputs").path("ref").asString()).isEqualTo("refs/heads/main");
    assertThat(shown.path("inputs").path("commits").size()).isEqualTo(2);
    assertThat(shown.path("startedBy").path("trigger").asString()).isEqualTo("build/pushed");
  }

  @Test
  void aRequestWithoutTheRightSignatureIsRefused() {
    var wrong = signature("{}", "open");
    var delivery = new String[] {SIGNATURE, wrong, "X-GitHub-Delivery", "d2"};
    assertThat(post(PUSHED, "{}", delivery).status()).isEqualTo(401);
    assertThat(post(PUSHED, "{}", SIGNATURE, "sha256=xyz").status()).isEqualTo(401);
    assertThat(post(PUSHED, "{}", "X-GitHub-Delivery", "d2").status()).isEqualTo(401);
    assertThat(post("/api/v1/hooks/build/told", "{}", "X", "y").status()).isEqualTo(401);
    assertThat(post("/api/v1/hooks/build/none", "{}", "X", "y").status()).isEqualTo(404);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    var body = "\"" + "x".repeat(2 << 20) + "\"";
    assertThat(post(PUSHED, body, SIGNATURE, "sha256=00").status()).isEqualTo(413);
  }

  @Test
  void whatTheTriggerNeedsAndIsNotThereIsTold() {
    var signed = signature("{}", "sesame");
    var noKey = post(PUSHED, "{}", SIGNATURE, signed);
    assertThat(noKey.status()).isEqualTo(422);
    assertThat(noKey.body()).contains("X-GitHub-Delivery");
    var noRef = post(PUSHED, "{}", SIGNATURE, signed, "X-GitHub-Delivery", "d3");
    assertThat(noRef.status()).isEqualTo(422);
    assertThat(noRef.body()).contains("trigger.ref has no value");
  }

  @Test
  void aTokenWillDoAndTheBodyTellsEventsApart() {
    var one = OPERATOR.post("/api/v1/hooks/build/told", Map.of("order", Map.of("id", 7)));
    var two = OPERATOR.post("/api/v1/hooks/build/told", Map.of("order", Map.of("id", 7)));
    var other = OPERATOR.post("/api/v1/hooks/build/told", Map.of("order", Map.of("id", 8)));

    assertThat(one.status()).isEqualTo(202);
    assertThat(two.json().path("run")).isEqualTo(one.json().path("run"));
    assertThat(other.json().path("run")).isNotEqualTo(one.json().path("run"));
  }

  @Test
  void theEndOfARunStartsAnotherAndItsDependentWaitsForIt() {
    var waiting = OPERATOR.start(Map.of("workflow", "report", "businessDate", "2026-02-03"));
    var why = OPERATOR.get("/api/v1/runs/%s/why".formatted(waiting)).json();
    assertThat(why.path("state").asString()).isEqualTo("waiting");
    assertThat(why.path("sentence").asString())
        .isEqualTo("The run waits until a run of follow for 2026-02-03 has succeeded.");

    var first = OPERATOR.start(Map.of("workflow", "load", "businessDate", "2026-02-03"));
    OPERATOR.await(first, "succeeded");
    OPERATOR.await(waiting, "succeeded");

    assertThat(runs("follow")).hasSize(1);
    var follow = OPERATOR.get("/api/v1/runs/" + runs("follow").getFirst()).json();
    assertThat(follow.path("businessDate").asString()).isEqualTo("2026-02-03");
    assertThat(follow.path("inputs").path("of").asString()).isEqualTo(first);
  }

  @Test
  void whatARunDependsOnIsToldByWhyNotAndCanBeBypassed() {
    var run = OPERATOR.start(Map.of("workflow", "report", "businessDate", "2026-02-10"));
    var reasons =
        OPERATOR.get("/api/v1/workflows/report/why-not?date=2026-02-10").json().path("reasons");
    assertThat(reasons.toString())
        .contains("run %s waits until a run of follow for 2026-02-10 has succeeded".formatted(run));

    var answer = OPERATOR.post("/api/v1/runs/%s/operate".formatted(run), Map.of("verb", "bypass"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    OPERATOR.await(run, "succeeded");
  }

  private static Client.Answer binary(String auth) {
    return SERVER
        .stranger()
        .with("Authorization", auth)
        .with("Content-Type", "application/json")
        .with("ce-specversion", "1.0")
        .with("ce-id", "c1")
        .with("ce-source", "/shop")
        .with("ce-type", "order.placed")
        .send("POST", "/api/v1/events", "{\"order\": 5}");
  }

  @Test
  void cloudEventsComeInAllThreeModesAndCountOnce() {
    var event =
        "{\"specversion\": \"1.0\", \"id\": \"%s\", \"source\": \"/shop\", \"type\": \"order.placed\", \"data\": {\"order\": 5}}";
    var auth = OPERATOR.headers().getOrDefault("Authorization", "");
    var kind = "application/cloudevents+json";
    var path = "/api/v1/events";
    var one = post(path, event.formatted("c1"), "Content-Type", kind, "Authorization", auth);
    assertThat(one.status()).isEqualTo(202);
    var run = one.json().at("/events/0/triggers/0/run").asString();
    var binary = binary(auth);
    assertThat(binary.json().at("/events/0/triggers/0/run").asString()).isEqualTo(run);
    var both = "[%s, %s]".formatted(event.formatted("c1"), event.formatted("c2"));
    var batch =
        post(
            path,
            both,
            "Content-Type",
            "application/cloudevents-batch+json",
            "Authorization",
            auth);
    assertThat(batch.json().at("/events/0/triggers/0/run").asString()).isEqualTo(run);
    assertThat(batch.json().at("/events/1/triggers/0/run").asString()).isNotEqualTo(run);
    assertThat(runs("ship")).hasSize(2);
    assertThat(post(path, "{}", "Authorization", auth).status()).isEqualTo(400);

    var listed = OPERATOR.get("/api/v1/events?workflow=ship&state=started").json().path("items");
    assertThat(listed.size()).isEqualTo(2);
    assertThat(listed.path(0).path("values").path("order").asInt()).isEqualTo(5);
  }
}
