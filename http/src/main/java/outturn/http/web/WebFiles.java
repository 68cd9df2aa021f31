package outturn.http.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import outturn.charts.svg.Drawing;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;

/// The files of the web application. They hold no data, so everybody may have them: what they show
/// they ask of the API.
public final class WebFiles {
  private static final String FOLDER = "/outturn/web/";

  // Nothing but a plain name gets as far as the class path.
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.[a-z0-9]+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json");

  // Of files that there are: a misspelt name leaves nothing behind.
  private final Map<String, Answer.Whole> kept = new ConcurrentHashMap<>();

  /// A file that the build named by its content: it never changes.
  public Answer asset(Call call) {
    call.allow();
    return file("assets/", call.path("file"), "public, max-age=31536000, immutable")
        .orElseThrow(() -> none("/assets/" + call.path("file")));
  }

  /// A file beside the page itself, such as its icon.
  public Answer beside(Call call, String name) {
    call.allow();
    return file("", name, "no-cache").orElseThrow(() -> none("/" + name));
  }

  /// The colours of charts, which the server draws.
  public static Answer colours(Call call) {
    call.allow();
    return new Answer.Whole(
        200,
        "text/css; charset=utf-8",
        Drawing.themes().getBytes(StandardCharsets.UTF_8),
        cache("no-cache"));
  }

  /// The page that all addresses of the application share; it finds out itself what to show.
  public Answer page() {
    return file("", "index.html", "no-cache")
        .<Answer>map(page -> page)
        .orElseGet(() ->
            Problem.of(
                    Code.NOT_FOUND,
                    "this server was built without the web application; the API is at /api/v1")
                .answer());
  }

  private Optional<Answer.Whole> file(String folder, String name, String cached) {
    if (!NAME.matcher(name).matches()) return Optional.empty();
    var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) return Optional.empty();
    var path = folder + name;
    var found = kept.get(path);
    if (found != null) return Optional.of(found);
    var read = read(path).map(bytes -> new Answer.Whole(200, type, bytes, cache(cached)));
    read.ifPresent(file -> kept.put(path, file));
    return read;
  }

  private static Map<String, String> cache(String control) {
    return Map.of("Cache-Control", control);
  }

  private static Optional<byte[]> read(String path) {
    try (var file = WebFiles.class.getResourceAsStream(FOLDER + path)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("the jar is broken: " + FOLDER + path, broken);
    }
  }

  private static RuntimeException none(String path) {
    return Problem.of(Code.NOT_FOUND, "no file of the web application is at " + path).refused();
  }
}
