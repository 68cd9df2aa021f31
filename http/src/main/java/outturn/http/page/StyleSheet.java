package outturn.http.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import outturn.charts.svg.Drawing;
import outturn.http.route.Answer;
import outturn.http.route.Call;

/// The style of all pages, with the colours of drawings.
public final class StyleSheet {
  private static final String TEXT = Drawing.themes() + own();

  private StyleSheet() {}

  public static Answer answer(Call call) {
    call.allow();
    return Answer.text("text/css; charset=utf-8", TEXT);
  }

  private static String own() {
    try (var file = StyleSheet.class.getResourceAsStream("style.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the jar is broken: no style.css", broken);
    }
  }
}
