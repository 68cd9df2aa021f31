package outturn.server.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import outturn.server.proof.Patience;

/// The invitations to surveys that were mailed, and people who follow them.
final class Letters {
  private static final Pattern LINK = Pattern.compile("http://\\S+/s/\\S+");

  private Letters() {}

  /// The links to those whose address begins so, once there are enough of them.
  static List<String> links(GreenMail mail, String whose, int enough) {
    return Patience.until(
        "%d letters to %s".formatted(enough, whose),
        () ->
            Arrays.stream(mail.getReceivedMessages())
                .filter(letter -> to(letter).startsWith(whose))
                .map(Letters::link)
                .toList(),
        links -> links.size() >= enough);
  }

  /// All who were asked are of five opinions in turn.
  static void answerAll(GreenMail mail, String whose, int asked) {
    var links = links(mail, whose, asked);
    try (var browser = HttpClient.newHttpClient()) {
      for (int each = 0; each < asked; each++) {
        var answer = "g1=%d&g2=%d&comment=Less+paper".formatted(each % 5 + 1, (each + 2) % 5 + 1);
        var request =
            HttpRequest.newBuilder(URI.create(links.get(each)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(answer, UTF_8))
                .build();
        var status = browser.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 200) throw new AssertionError("an answer was not taken: " + status);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static String to(MimeMessage letter) {
    try {
      return letter.getAllRecipients()[0].toString();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String link(MimeMessage letter) {
    try {
      var found = LINK.matcher((String) letter.getContent());
      if (!found.find()) throw new AssertionError("no link in a letter to " + to(letter));
      return found.group();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
