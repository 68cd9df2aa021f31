package outturn.http.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import outturn.charts.svg.Drawing;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;

/// The files of the web application. They hold no data, so everybody may have them: what they show
/// they ask of the API.
public final class WebFiles {
  private static final String FOLDER = "/outturn/web/";

  // Only our own scripts, none of them in the page itself.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

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
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /// A file as it is, and as it is sent to who takes gzip.
  private static final class Kept {
    private final byte[] plain;
    private final byte[] packed;

    Kept(byte[] plain) {
      this.plain = plain;
      this.packed = pack(plain);
    }
  }

  /// A file that the build named by its content: it never changes.
  public Answer asset(Call call) {
    call.allow();
    return file("assets/", call.path("file"), "public, max-age=31536000, immutable", call)
        .orElseThrow(() -> none("/assets/" + call.path("file")));
  }

  /// A file beside the page itself, such as its icon.
  public Answer beside(Call call, String name) {
    call.allow();
    return file("", name, "no-cache", call).orElseThrow(() -> none("/" + name));
  }

  /// The colours of charts, which the server draws.
  public static Answer colours(Call call) {
    call.allow();
    return new Answer.Whole(
        200,
        "text/css; charset=utf-8",
        Drawing.themes().getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", "no-cache"));
  }

  /// The page that all addresses of the application share; it finds out itself what to show.
  public Answer page(Optional<String> accepted) {
    return answer("", "index.html", "no-cache", accepted)
        .map(WebFiles::withPolicy)
        .orElseThrow(() ->
            Problem.of(
                    Code.NOT_FOUND,
                    "this server was built without the web application; the API is at /api/v1")
                .refused());
  }

  private static Answer withPolicy(Answer.Whole page) {
    var headers = new HashMap<>(page.headers());
    headers.put("Content-Security-Policy", POLICY);
    return new Answer.Whole(page.status(), page.type(), page.body(), headers);
  }

  private Optional<Answer.Whole> file(String folder, String name, String cached, Call call) {
    return answer(folder, name, cached, call.header("Accept-Encoding"));
  }

  private Optional<Answer.Whole> answer(
      String folder, String name, String cached, Optional<String> accepted) {
    if (!NAME.matcher(name).matches()) return Optional.empty();
    var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) return Optional.empty();
    return keep(folder + name)
        .map(file -> {
          boolean packed = accepted.filter(each -> each.contains("gzip")).isPresent();
          var headers = new HashMap<>(Map.of("Cache-Control", cached, "Vary", "Accept-Encoding"));
          if (packed) headers.put("Content-Encoding", "gzip");
          return new Answer.Whole(200, type, packed ? file.packed : file.plain, headers);
        });
  }

  private Optional<Kept> keep(String path) {
    var found = kept.get(path);
    if (found != null) return Optional.of(found);
    var read = read(path);
    read.ifPresent(file -> kept.put(path, file));
    return read;
  }

  private static Optional<Kept> read(String path) {
    try (var file = WebFiles.class.getResourceAsStream(FOLDER + path)) {
      return file == null ? Optional.empty() : Optional.of(new Kept(file.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException("the jar is broken: " + FOLDER + path, broken);
    }
  }

  private static byte[] pack(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static RuntimeException none(String path) {
    return Problem.of(Code.NOT_FOUND, "no file of the web application is at " + path).refused();
  }
}
