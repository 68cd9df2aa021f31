package outturn.cli.crontab;

import java.util.List;

/// Whose job it is.
///
/// @param user of the user column; empty in the table of a user
/// @param home the folder of the user whose table it is
record Owner(String user, String home) {
  private static final String ROOT = "root";

  static List<Remark> remarks(String user, String command) {
    if (user.isEmpty()) {
      if (!EntryReader.beginsWithUser(command)) return List.of();
      return List.of(
          Remark.difference(
              "'%s' looks like a user, but was taken for the command: if it is one, %s"
                  .formatted(command.split("[ \t]", 2)[0], "import with --user-column yes")));
    }
    if (DueReader.isPlaceholder(user)) {
      return List.of(
          Remark.difference(
              "the user '%s' is a placeholder; Outturn runs it as the user of its server"
                  .formatted(user)));
    }
    if (user.equals(ROOT)) return List.of();
    return List.of(
        Remark.difference("cron runs it as %s, Outturn as the user of its server".formatted(user)));
  }

  /// The settings with the folder, where it is known.
  Settings withHome(Settings settings) {
    if (user.isEmpty()) return settings.withHome(home);
    return user.equals(ROOT) ? settings.withHome("/root") : settings;
  }

  Remark aboutHome() {
    if (user.isEmpty() || user.equals(ROOT)) {
      return Remark.difference(
          "HOME is taken to be %s; Outturn itself gives an empty folder"
              .formatted(user.isEmpty() ? home : "/root"));
    }
    return Remark.difference(
        "it needs the home folder of %s: set HOME in its env; Outturn itself gives an empty folder"
            .formatted(user));
  }
}
