package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import outturn.cli.crontab.CrontabLine.Blank;
import outturn.cli.crontab.CrontabLine.Comment;
import outturn.cli.crontab.CrontabLine.Content;
import outturn.cli.crontab.CrontabLine.Entry;
import outturn.cli.crontab.CrontabLine.Setting;

/// Reads the lines of a crontab.
final class CrontabReader {
  private static final Pattern SETTING =
      Pattern.compile(
          "(?<name>\"[^\"]+\"|'[^']+'|[^\\s=\"'#]+)[ \t]*=[ \t]*(?<value>.*)", Pattern.DOTALL);
  private static final Pattern BLANKS_AROUND = Pattern.compile("^[ \t]+|[ \t]+$");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");

  private final EntryReader entries;
  private final DisabledEntries disabled;

  CrontabReader(UserColumn column) {
    this.entries = new EntryReader(column);
    this.disabled = new DisabledEntries(entries);
  }

  List<CrontabLine> read(String text) {
    var lines = new ArrayList<CrontabLine>();
    for (var line : text.lines().toList()) {
      var stripped = BLANKS_AROUND.matcher(line).replaceAll("");
      lines.add(new CrontabLine(lines.size() + 1, stripped, content(stripped)));
    }
    return lines;
  }

  private Content content(String line) {
    if (line.isEmpty()) return new Blank();
    if (line.startsWith("#")) {
      var words = line.replaceFirst("^#+", "").strip();
      return disabled.find(words).<Content>map(entry -> entry).orElse(new Comment(words));
    }
    // CRON_TZ=ZONE is a setting by itself and part of an entry before time fields.
    var entry = entries.read(line);
    if (entry instanceof Entry) return entry;
    return setting(line).<Content>map(setting -> setting).orElse(entry);
  }

  /// Blanks around `=` are allowed, either side may be quoted, and nothing is expanded.
  private static Optional<Setting> setting(String line) {
    var matcher = SETTING.matcher(line);
    if (!matcher.matches()) return Optional.empty();
    return Optional.of(
        new Setting(unquoted(matcher.group("name")), unquoted(matcher.group("value"))));
  }

  private static String unquoted(String text) {
    return QUOTED.matcher(text).matches() ? text.substring(1, text.length() - 1) : text;
  }
}
