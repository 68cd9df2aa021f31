package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import outturn.cli.crontab.CrontabLine.Content;
import outturn.cli.crontab.CrontabLine.Entry;
import outturn.cli.crontab.CrontabLine.Refused;
import outturn.cli.crontab.CrontabLine.State;
import outturn.cli.terminal.Figures;

/// Reads an entry: time fields, a user where the table has such a column, flags, and the command.
final class EntryReader {
  /// OpenBSD's `-s`.
  static final Remark SINGLE = Remark.hint("-s, one at a time, became whenRunning: skip");

  private static final int FIELDS = 5;
  private static final Pattern ZONE =
      Pattern.compile("(?:CRON_TZ|TZ)=(\\S+)[ \t]+(.+)", Pattern.DOTALL);
  private static final Pattern QUIET = Pattern.compile("-[ \t]*(?=[0-9*~])");
  private static final Pattern FLAG = Pattern.compile("-([nqs]+)[ \t]+(.*)", Pattern.DOTALL);
  private static final Pattern ANACRON =
      Pattern.compile(
          "(@[a-z]+|[0-9]+)[ \t]+[0-9]+[ \t]+(?!L(W|-[0-9]+W?)?\\s)[A-Za-z][\\w.-]*[ \t]+\\S.*");
  private static final Pattern CALL =
      Pattern.compile("[A-Za-z_][\\w.:]*\\([^)].*|\\w+(\\.\\w+)+\\(\\).*");
  private static final Pattern SIXTH = Pattern.compile("[*?].*|[0-9][-0-9,*/]*([ \t].*)?");
  private static final Pattern NO_USER = Pattern.compile("[./~$\\[\"'(-].*");

  private final UserColumn column;

  EntryReader(UserColumn column) {
    this.column = column;
  }

  /// @param line without blanks around it
  Content read(String line) {
    var zoned = ZONE.matcher(line);
    if (!zoned.matches()) return timed(line, "");
    return timed(zoned.group(2), zoned.group(1));
  }

  private Content timed(String line, String zone) {
    var remarks = new ArrayList<Remark>();
    var quiet = QUIET.matcher(line);
    var text = line;
    if (quiet.lookingAt()) {
      text = line.substring(quiet.end());
      remarks.add(Remark.hint("the '-' before the fields, no line in the system log, is left out"));
    }
    if (ANACRON.matcher(text).matches()) {
      return new Refused(
          "an anacrontab line (period in days, delay, name): choose a time and write it as cron");
    }
    var isWord = text.startsWith("@");
    var words = List.of(text.split("[ \t]+", isWord ? 2 : FIELDS + 1));
    if (!isWord && words.size() < FIELDS) {
      return new Refused(
          "found %s; expected five time fields and a command"
              .formatted(Figures.count(words.size(), "word")));
    }
    var due =
        isWord
            ? DueReader.word(words.getFirst())
            : DueReader.fields(words.subList(0, FIELDS), line);
    var rest = words.size() == (isWord ? 2 : FIELDS + 1) ? words.getLast() : "";
    return switch (due) {
      case Due.Never never -> new Refused(never.reason());
      case Due.Times times -> {
        remarks.addAll(times.remarks());
        yield commanded(times, zone, rest, remarks);
      }
    };
  }

  private Content commanded(Due.Times due, String zone, String rest, List<Remark> remarks) {
    var user = "";
    var command = rest;
    if (SIXTH.matcher(rest).matches()) {
      return new Refused(
          "'%s' stands where the command begins: a crontab has five time fields, without seconds"
              .formatted(rest.split("[ \t]", 2)[0]));
    }
    if (column == UserColumn.YES) {
      var words = rest.split("[ \t]+", 2);
      user = words[0];
      command = words.length > 1 ? words[1] : "";
      if (NO_USER.matcher(user).matches()) {
        return new Refused(
            "'%s' is not a user, which this table names before the command; if it does not: %s"
                .formatted(user, "--user-column no"));
      }
    }
    for (var flag = FLAG.matcher(command); flag.matches(); flag = FLAG.matcher(command)) {
      flag.group(1).chars().forEach(letter -> remarks.add(flag(letter)));
      command = flag.group(2);
    }
    var wrong = wrong(command);
    if (!wrong.isEmpty()) return new Refused(wrong);
    return new Entry(State.ENABLED, due, zone, user, command, remarks);
  }

  private static Remark flag(int letter) {
    return switch (letter) {
      case 's' -> SINGLE;
      case 'n' -> Remark.hint("-n, no mail of what went well, is left out: Outturn keeps the log");
      default -> Remark.hint("-q, no line in the system log, is left out");
    };
  }

  /// What keeps a text from being a shell's command; empty when nothing does.
  private static String wrong(String command) {
    if (command.isBlank()) return "no command follows the time fields";
    if (command.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\t')) {
      return "a control character stands in the command: take it out";
    }
    if (CALL.matcher(command).matches()) {
      return "a call in a program's own syntax, not a command of the shell: find out which program"
          + " reads this file, and let a script do it";
    }
    return "";
  }

  /// Whether the first word of a command is what a user column would hold.
  static boolean beginsWithUser(String command) {
    var words = command.split("[ \t]+", 3);
    if (words.length < 2) return false;
    return DueReader.isPlaceholder(words[0])
        ? words[0].startsWith("_") || words[0].startsWith("<") || words[0].startsWith("{")
        : Accounts.USUAL.contains(words[0]) || Accounts.isLikely(words[0], words[1]);
  }

  /// Users that a system has.
  private static final class Accounts {
    static final Set<String> USUAL =
        Set.of("root", "daemon", "nobody", "operator", "www-data", "apache", "postgres", "ubuntu");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_-]*");

    /// `librenms /opt/librenms/daily.sh`: a name, and a program that stands in its folder.
    static boolean isLikely(String first, String second) {
      return NAME.matcher(first).matches()
          && !JobNames.isInterpreter(first)
          && second.contains("/" + first + "/");
    }
  }
}
