package outturn.cli.calendar;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// An iCalendar file from an address.
final class CalendarDownload {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 4_000_000;
  private static final int OK = 200;

  private CalendarDownload() {}

  /// @throws CommandFailed when there is no such file, or it does not come
  static byte[] of(String address) throws InterruptedException {
    var request = HttpRequest.newBuilder(url(address)).timeout(PATIENCE).GET().build();
    try (var client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      var answer = client.send(request, BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        if (answer.statusCode() != OK) {
          throw failed("%s answers %d".formatted(address, answer.statusCode()));
        }
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw failed(address + " is larger than 4 MB");
        return bytes;
      }
    } catch (ConnectException nobody) {
      throw failed("%s cannot be had: nobody answers there".formatted(address));
    } catch (IOException absent) {
      var why = absent.getMessage() == null ? absent.toString() : absent.getMessage();
      throw failed("%s cannot be had: %s".formatted(address, why));
    }
  }

  private static URI url(String address) {
    try {
      // The scheme of subscriptions means HTTPS.
      var url = URI.create(address.replaceFirst("^webcals?://", "https://"));
      if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getHost() != null) return url;
    } catch (IllegalArgumentException malformed) {
      // Told below.
    }
    throw new CommandFailed(
        ExitCode.MISUSED,
        "'%s' is no address of a calendar".formatted(address),
        "expected for example https://calendar.example.org/closed.ics");
  }

  private static CommandFailed failed(String sentence) {
    return new CommandFailed(ExitCode.UNREACHABLE, sentence, "nothing was written");
  }
}
