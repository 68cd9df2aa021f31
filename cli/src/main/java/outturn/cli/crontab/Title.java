package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import outturn.cli.terminal.Letters;

/// The comment directly above an entry, which says what it is for.
final class Title {
  private static final int LONGEST = 100;
  private static final Pattern HEADING =
      Pattern.compile("(?i)\\W*(m|min|mins|minutes?)\\s+(h|hr|hours?)\\b.*");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final List<String> comments = new ArrayList<>();

  /// An empty comment ends what stands above it, as does one that names the columns.
  void add(String words) {
    var isText = LETTER.matcher(words).find() && !HEADING.matcher(words).matches();
    if (isText) comments.add(Letters.harmless(words));
    else comments.clear();
  }

  void clear() {
    comments.clear();
  }

  /// The title, as many whole lines as fit; it is used once.
  String take() {
    var title = new StringBuilder();
    for (var comment : comments) {
      if (!title.isEmpty() && title.length() + 1 + comment.length() > LONGEST) break;
      title.append(title.isEmpty() ? "" : " ").append(comment);
    }
    comments.clear();
    if (title.length() <= LONGEST) return title.toString();
    var blank = title.lastIndexOf(" ", LONGEST);
    return title.substring(0, blank < 0 ? LONGEST : blank) + "…";
  }
}
