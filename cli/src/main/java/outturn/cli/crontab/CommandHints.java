package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a command does that a workflow does better, or that is different in Outturn.
final class CommandHints {
  private static final Pattern SPREAD =
      Pattern.compile(
          "sleep\\s+(\\$\\(\\(|\\$\\(|`|int\\(rand|\"?\\$\\{?RANDOM).*|.*sleep int\\(rand.*");
  private static final Pattern LOCK =
      Pattern.compile("\\bflock\\s+(\\S+\\s+)*?(-\\w*n\\w*|--nonblock|--nb)\\b");
  private static final Pattern WITHOUT_SYSTEMD =
      Pattern.compile("(test|\\[)\\s+(!\\s+)?-[ed]\\s+/run/systemd/system\\b");
  private static final Pattern TEST_OF_DAY =
      Pattern.compile(
          "(?:\\$\\(|`)date \"?'?\\+%([uw])'?\"?[)`]\"?\\s+(?:==?|-eq)\\s+\"?'?([0-7])\\b");
  private static final Map<String, Integer> WEEKS =
      Map.of("1-7", 1, "8-14", 2, "15-21", 3, "22-28", 4);
  private static final List<String> WEEKDAYS =
      List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern OWN_FOLDER =
      Pattern.compile("(^|[\\s=:\"(;&|])~(/|\\s|$)|\\$\\{?HOME\\b");
  private static final Pattern CHANGES_FOLDER = Pattern.compile("(^|[;&|(]\\s*)cd\\s.*");
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(^|[\\s;&|(<>])(\\.{1,2}/|(?![sy]/)[A-Za-z0-9_][\\w.-]*/)[\\w./*-]*"
              + "|>>?\\s*(?![&\\d])[A-Za-z_][\\w.-]*(\\s|$)");

  private CommandHints() {}

  static List<Remark> of(Due.Times due, CommandText text) {
    var command = text.line();
    var hints = new ArrayList<Remark>();
    if (text.hasInput() && command.endsWith("+")) {
      hints.add(Remark.hint("its '%' ends the command, as in cron; a format of date needs '\\%'"));
    }
    if (SPREAD.matcher(command).find()) {
      hints.add(
          Remark.hint("the random sleep only spreads the start, and counts as run time here"));
    }
    if (LOCK.matcher(command).find()) {
      hints.add(Remark.hint("whenRunning: skip does what flock -n does; the lock can go"));
    }
    if (WITHOUT_SYSTEMD.matcher(command).find()) {
      hints.add(
          Remark.hint(
              "on a host with systemd a timer does the same job: import one of the two, not both"));
    }
    weekdayOfMonth(due.written(), command)
        .ifPresent(rule ->
            hints.add(
                Remark.hint(
                    "the command tests the weekday itself; cron: \"%s\" is that rule"
                        .formatted(rule))));
    return hints;
  }

  /// `0 5 1-7 * *` whose command goes on only on Wednesdays: `0 5 * * wed#1`.
  private static Optional<String> weekdayOfMonth(String written, String command) {
    var fields = written.split(" ", -1);
    var test = TEST_OF_DAY.matcher(command);
    if (fields.length != 5 || !test.find()) return Optional.empty();
    var week = WEEKS.get(fields[2]);
    if (week == null || !fields[4].startsWith("*")) return Optional.empty();
    var weekday = WEEKDAYS.get(Integer.parseInt(test.group(2)));
    return Optional.of(
        "%s %s * %s %s#%d".formatted(fields[0], fields[1], fields[3], weekday, week));
  }

  /// Whether it looks for something in the user's own folder.
  static boolean usesHome(String command) {
    return OWN_FOLDER.matcher(command).find();
  }

  /// Whether it depends on the folder that it is started in.
  static boolean isRelative(String command) {
    return !CHANGES_FOLDER.matcher(command).find()
        && RELATIVE.matcher(withoutQuoted(command)).find();
  }

  /// Texts in quotes are rarely paths.
  private static String withoutQuoted(String command) {
    return command.replaceAll("\"[^\"]*\"|'[^']*'", "\"\"");
  }
}
