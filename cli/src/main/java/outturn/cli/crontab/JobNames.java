package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of workflows, from what their commands start; each is given once.
final class JobNames {
  private static final int LONGEST = 63;
  private static final String UNNAMED = "job";
  private static final Pattern BEFORE =
      Pattern.compile(
          "(\\[.*?\\]|test\\b[^&|;]*|cd\\b[^&|;]*|sleep\\b[^&|;]*|(\\.|source)\\s[^&|;]*|umask\\b[^&|;]*)"
              + "\\s*(&&|\\|\\||;)\\s*");
  private static final Set<String> WRAPPERS =
      Set.of(
          "env", "nice", "ionice", "nohup", "sudo", "exec", "time", "timeout", "chronic", "cronic",
          "flock", "command", "eval", "setsid", "chpst", "su");
  private static final Set<String> INTERPRETERS =
      Set.of(
          "sh", "bash", "dash", "ksh", "zsh", "php", "perl", "python", "python3", "ruby", "node");
  private static final Set<String> GENERAL =
      Set.of("manage", "artisan", "console", "run", "main", "index", "cli", "cron", "wp", "rake");
  private static final Pattern ENDING =
      Pattern.compile("\\.(sh|bash|pl|py|php|rb|js|job|srfsh|cron|phar)$");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_:-]*");

  private final Set<String> taken;

  JobNames(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /// A name that no other command got.
  String next(String command) {
    var words = words(command);
    var base = base(words);
    var last = words.isEmpty() ? "" : words.getLast().replaceFirst("^-+", "");
    if (taken.add(base)) return base;
    if (PLAIN.matcher(last).matches()) {
      var longer = named(base + "-" + last);
      if (!longer.equals(base) && taken.add(longer)) return longer;
    }
    for (var number = 2; ; number++) {
      var end = "-" + number;
      var numbered = cut(base, LONGEST - end.length()) + end;
      if (taken.add(numbered)) return numbered;
    }
  }

  private static String base(List<String> words) {
    if (words.isEmpty()) return UNNAMED;
    var program = words.getFirst();
    var file = program.substring(program.lastIndexOf('/') + 1);
    var name = named(ENDING.matcher(file).replaceFirst(""));
    var bare = !program.contains("/") && !ENDING.matcher(file).find();
    if (words.size() > 1 && (bare || GENERAL.contains(name))) {
      var second = words.get(1);
      if (PLAIN.matcher(second).matches()) return named(name + "-" + second);
    }
    return name;
  }

  /// The program that matters, and its arguments.
  private static List<String> words(String command) {
    var rest = command;
    for (var before = BEFORE.matcher(rest); before.lookingAt(); before = BEFORE.matcher(rest)) {
      rest = rest.substring(before.end());
    }
    var first = rest.split("[|;&<>]|\\s[12]>", 2)[0];
    var words = new ArrayList<>(Arrays.asList(first.strip().split("\\s+", -1)));
    while (words.size() > 1 && isBefore(words.getFirst())) {
      var word = words.removeFirst();
      if (WRAPPERS.contains(fileName(word)) || isInterpreter(word)) dropOptions(words, word);
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  private static boolean isBefore(String word) {
    return word.matches("\\w+=.*") || WRAPPERS.contains(fileName(word)) || isInterpreter(word);
  }

  static boolean isInterpreter(String word) {
    return INTERPRETERS.contains(fileName(word)) || fileName(word).matches("(python|php)[0-9.]+");
  }

  private static String fileName(String word) {
    return word.substring(word.lastIndexOf('/') + 1);
  }

  /// Options of a wrapper with their values, and the lock of `flock`.
  private static void dropOptions(List<String> words, String wrapper) {
    while (words.size() > 1) {
      var first = words.getFirst();
      if (!first.startsWith("-") && !first.matches("[0-9.]+[smhd]?")) break;
      words.removeFirst();
      if (first.equals("-u") && words.size() > 1) words.removeFirst();
    }
    if (fileName(wrapper).equals("flock") && words.size() > 1) words.removeFirst();
    while (words.size() > 1 && words.getFirst().startsWith("-")) words.removeFirst();
  }

  /// The text as a name.
  static String named(String text) {
    var dashed =
        text.replaceAll("([a-z])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "");
    if (dashed.isEmpty() || dashed.equals("-")) return UNNAMED;
    var begun = Character.isDigit(dashed.charAt(0)) ? UNNAMED + "-" + dashed : dashed;
    return cut(begun, LONGEST);
  }

  private static String cut(String name, int longest) {
    return name.substring(0, Math.min(name.length(), longest)).replaceAll("-+$", "");
  }
}
