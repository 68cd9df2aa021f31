package outturn.cli.crontab;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import outturn.cli.crontab.CrontabLine.Entry;

/// Entries that were commented out, told from prose that happens to begin like one.
final class DisabledEntries {
  private static final Set<String> PROSE =
      Set.of(
          "command",
          "cmd",
          "user",
          "user-name",
          "username",
          "is",
          "are",
          "means",
          "run",
          "runs",
          "every",
          "at",
          "on",
          "the",
          "a",
          "an",
          "for",
          "to",
          "and",
          "or",
          "then",
          "when",
          "once",
          "your",
          "this",
          "that",
          "would",
          "will",
          "-",
          "=",
          "->",
          "=>");
  private static final Pattern PROGRAM = Pattern.compile("[\\w./~$\\[{\"'(][^\\s,]*");
  private static final Pattern SHELL = Pattern.compile(".*([/|><;&$]| -\\w).*");
  private static final int SHORT = 3;

  private final EntryReader entries;

  DisabledEntries(EntryReader entries) {
    this.entries = entries;
  }

  /// @param words of a comment
  Optional<Entry> find(String words) {
    if (!(entries.read(words) instanceof Entry entry)) return Optional.empty();
    return isCommand(entry.command()) && !isProse(entry.user())
        ? Optional.of(entry.disabled())
        : Optional.empty();
  }

  private static boolean isCommand(String text) {
    var words = text.split("[ \t]+", -1);
    if (isProse(words[0]) || !PROGRAM.matcher(words[0]).matches()) return false;
    return SHELL.matcher(text).matches() || words.length <= SHORT;
  }

  private static boolean isProse(String word) {
    return PROSE.contains(word.toLowerCase(Locale.ROOT)) || word.startsWith("<");
  }
}
