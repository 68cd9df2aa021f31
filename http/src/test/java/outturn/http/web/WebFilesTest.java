package outturn.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;

final class WebFilesTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client BROWSER =
      SERVER.stranger().with("Accept", "text/html,application/xhtml+xml;q=0.9");
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void everyAddressOfAPageIsTheApplication() {
    var root = BROWSER.get("/");
    assertThat(root.status()).isEqualTo(200);
    assertThat(root.headers().get("content-type")).startsWith("text/html");
    assertThat(root.headers().get("content-security-policy"))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(root.body()).doesNotContain("<script>", "onclick", "style=\"");
    assertThat(BROWSER.get("/runs/0cpbb3chge000?task=x").body()).isEqualTo(root.body());
  }

  @Test
  void programsAndTheApiAreStillTold() {
    assertThat(SERVER.stranger().get("/nowhere").status()).isEqualTo(404);
    assertThat(BROWSER.get("/api/v1/nowhere").code()).isEqualTo("not-found");
  }

  @Test
  void filesThatTheBuildNamedAreKeptForEver() {
    var script = SCRIPT.matcher(BROWSER.get("/").body());
    assertThat(script.find()).isTrue();
    var file = SERVER.stranger().get(script.group(1));
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.headers())
        .containsEntry("cache-control", "public, max-age=31536000, immutable")
        .containsEntry("content-type", "text/javascript; charset=utf-8")
        .containsEntry("x-content-type-options", "nosniff");
  }

  @Test
  void nothingElseOfTheClassPathIsSent() {
    for (var path :
        new String[] {
          "/assets/..%2Findex.html",
          "/assets/%2e%2e%2fopenapi.yaml",
          "/assets/x.class",
          "/assets/none.js",
          "/assets/.js"
        }) {
      var answer = SERVER.stranger().get(path);
      assertThat(answer.status()).as(path).isBetween(400, 404);
    }
  }

  @Test
  void theColoursOfChartsFollowTheTheme() {
    assertThat(SERVER.stranger().get("/charts.css").body())
        .contains("color-scheme:light dark", "--outturn-failed:light-dark(#c0392b,#f0776b)");
  }
}
