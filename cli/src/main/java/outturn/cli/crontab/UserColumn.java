package outturn.cli.crontab;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether the entries of a table name a user before the command, as those of the system do and
/// those of a user do not. The text alone does not tell.
enum UserColumn {
  YES,
  NO;

  private static final Pattern HEADING =
      Pattern.compile(
          "(?im)^#.*\\b(dow|wday|weekday|week)\\s+(user|user-?name|who)\\s+(command|cmd).*$");

  /// By where the table stands and what it is called, else by its comment that heads the columns.
  static UserColumn of(Path file, String text) {
    var name = name(file);
    var parent = file.getParent();
    var folder = parent == null ? "" : name(parent);
    if (folder.equals("cron.d") || name.matches(".*[.-]cron\\.d")) return YES;
    if (name.endsWith("system-crontab")) return YES;
    if (name.equals("crontab") && folder.equals("etc")) return YES;
    return HEADING.matcher(text).find() ? YES : NO;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
  }
}
