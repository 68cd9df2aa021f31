package outturn.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.http.TestServer;
import outturn.store.identity.Role;

final class GzipTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                    | true
          gzip, deflate, br, zstd | true
          br;q=1.0, gzip;q=0.8    | true
          *                       | true
          br                      | false
          gzip;q=0                | false
          gzip; q=0.0, br         | false
          identity                | false
          """)
  void whoAsksSaysWhetherItMayComePacked(String accepted, boolean taken) {
    assertThat(Gzip.isTaken(Optional.of(accepted))).isEqualTo(taken);
  }

  @Test
  void whoSaysNothingGetsItPlain() {
    assertThat(Gzip.isTaken(Optional.empty())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 2000, true",
    "application/json, 1000, false",
    "application/problem+json, 2000, true",
    "text/html; charset=utf-8, 2000, true",
    "image/svg+xml, 2000, true",
    "application/pdf, 200000, false",
    "image/png, 200000, false"
  })
  void onlyTextsThatAreNotShortGetSmaller(String type, int bytes, boolean helps) {
    var answer = new Answer.Whole(200, type, new byte[bytes], Map.of());
    assertThat(Gzip.helps(answer)).isEqualTo(helps);
  }

  @Test
  void aLargeAnswerIsTheSamePackedAndPlain() throws Exception {
    try (var server = TestServer.start();
        var http = HttpClient.newHttpClient()) {
      var document = URI.create("http://localhost:" + server.port() + "/api/v1/openapi.yaml");
      var request = HttpRequest.newBuilder(document);
      server.client(Role.VIEWER).headers().forEach(request::header);
      var plain = ask(http, request);
      var packed = ask(http, request.header("Accept-Encoding", "gzip"));

      assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(packed.headers().allValues("Vary")).containsExactly("Accept-Encoding");
      assertThat(packed.body().length).isLessThan(plain.body().length / 4);
      assertThat(unpacked(packed.body())).isEqualTo(plain.body());
    }
  }

  private static HttpResponse<byte[]> ask(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return gzip.readAllBytes();
    }
  }
}
