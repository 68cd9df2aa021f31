package outturn.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Migrations only add: during a rolling restart a node of the version before works on the new
/// tables. What is not needed any more goes in a later release, when no such node can be left.
class MigrationsTest {
  private static final Map<String, Pattern> CONTRACTING =
      Map.of(
          "drops what the version before reads",
          Pattern.compile(
              "\\bdrop\\s+(table|column|view|type|sequence|constraint|default|not null)\\b"),
          "renames what the version before reads",
          Pattern.compile("\\brename\\b"),
          "makes a column required that the version before leaves empty",
          Pattern.compile("\\bset\\s+not\\s+null\\b"),
          "adds a required column that the version before does not fill",
          Pattern.compile(
              "\\badd\\s+(column\\s+)?(?!constraint|primary|unique|check|foreign)[a-z_]+ (?![^,;]*\\bdefault\\b)[^,;]*\\bnot null\\b"),
          "changes the type of a column",
          Pattern.compile("\\balter\\s+(column\\s+)?[a-z_]+\\s+(set\\s+data\\s+)?type\\b"),
          "forbids rows that the version before may write",
          Pattern.compile("\\badd\\s+(constraint|check|unique|foreign|primary)\\b"));

  private static List<String> wrong(String sql) {
    var plain =
        sql.replaceAll("--[^\\n]*", " ")
            .replaceAll("(?s)\\$\\$.*?\\$\\$", " ")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ");
    var wrong = new ArrayList<String>();
    for (var statement : plain.split(";", -1)) {
      // A new table has no past.
      if (statement.strip().startsWith("create table")) continue;
      CONTRACTING.forEach((why, pattern) -> {
        if (pattern.matcher(statement).find()) wrong.add(why + ": " + statement.strip());
      });
    }
    return wrong;
  }

  @Test
  void aMigrationOnlyAdds() throws IOException {
    var folder = Path.of("src/main/resources/outturn/store/migration");
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        assertThat(wrong(Files.readString(file))).as(file.getFileName().toString()).isEmpty();
      }
    }
  }

  @Test
  void whatTakesSomethingAwayIsFound() {
    assertThat(wrong("alter table run drop column note;")).hasSize(1);
    assertThat(wrong("drop table run;")).hasSize(1);
    assertThat(wrong("alter table run rename column note to remark;")).hasSize(1);
    assertThat(wrong("alter table run alter column note set not null;")).hasSize(1);
    assertThat(wrong("alter table run add column owner text not null;")).hasSize(1);
    assertThat(wrong("alter table run add owner text not null;")).hasSize(1);
    assertThat(wrong("alter table run alter column note type int;")).hasSize(1);
    assertThat(wrong("alter table run add constraint c check (note <> '');")).hasSize(1);
    assertThat(wrong("alter table run add column owner text not null default '';")).isEmpty();
    assertThat(wrong("alter table run add column owner text;")).isEmpty();
    assertThat(wrong("create table x (a int not null); drop index y;")).isEmpty();
    assertThat(wrong("-- drop table run\nselect 1;")).isEmpty();
  }
}
