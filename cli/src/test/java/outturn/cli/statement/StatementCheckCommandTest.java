package outturn.cli.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;
import tools.jackson.databind.json.JsonMapper;

class StatementCheckCommandTest {
  @TempDir Path folder;

  @Test
  void adviceIsPartsRulesAndHints() {
    var result = check("Store managers have their figures by 8 am by June");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            Store managers have their figures by 8 am by June
            An outcome: it says what changes for whom.

              who           Store managers
              what changes  have their figures by 8 am by June
              by            by June

              VAL-1 info: it does not say what it is good for
                end with: so that ...
            """);
  }

  @Test
  void oneStatementIsAnObject() {
    var answer = new JsonMapper().readTree(check("Email is available.", "--json").out());

    assertThat(answer.get("statement").asString()).isEqualTo("Email is available.");
    assertThat(answer.get("kind").asString()).isEqualTo("output");
    assertThat(answer.get("slots").propertyNames())
        .containsExactly("who", "change", "from", "to", "by", "soThat");
    var finding = answer.get("findings").get(0);
    assertThat(finding.get("rule").asString()).isEqualTo("OUT-2");
    assertThat(finding.get("severity").asString()).isEqualTo("error");
    assertThat(finding.get("text").asString()).contains("is available");
    assertThat(finding.get("hint").asString()).isNotBlank();
  }

  @Test
  void manyStatementsAreATableOrAnArray() throws IOException {
    Files.writeString(
        folder.resolve("s.csv"),
        "id,statement\n1,Email is available.\n2,Clerks wait 5 minutes less a day by June\n");

    assertThat(check("--csv", "s.csv").out())
        .isEqualTo(
            """
            KIND     ERRORS                       WARNINGS     STATEMENT
            output   OUT-2 IT-1 IT-2 BEN-1 CHG-1  NUM-1 TIM-1  Email is available.
            outcome                                            Clerks wait 5 minutes less a day by June

            1 of 2 tell an outcome
            """);
    var array = new JsonMapper().readTree(check("--csv", "s.csv", "--json").out());
    assertThat(array.get(1).get("kind").asString()).isEqualTo("outcome");
  }

  @Test
  void theGroupsAndWordsOfAProjectCount() throws IOException {
    Files.writeString(folder.resolve("outturn.yaml"), "{kind: project, name: p}");
    Files.writeString(
        folder.resolve("people.yaml"),
        """
        {kind: group, name: night-porters, is: beneficiary}
        ---
        {kind: group, name: payroll, title: Payroll clerks, is: it}
        """);
    Files.writeString(folder.resolve("words.properties"), "technology=zorb\nglossary=XQZ\n");

    assertThat(errors("Night porters wait 5 minutes less for the XQZ by June")).isEmpty();
    assertThat(errors("Payroll clerks wait 5 minutes less by June")).isEqualTo("BEN-1");
    assertThat(errors("The zorb of night porters needs 5 minutes less by June")).isEqualTo("IT-2");
  }

  @Test
  void whatCannotBeCheckedIsRefused() throws IOException {
    Files.writeString(folder.resolve("s.csv"), "statment\nx\n");
    Files.writeString(folder.resolve("t.csv"), "statement,b\n,1\n");

    assertThat(check("--csv", "s.csv").err())
        .isEqualTo(
            """
            outturn: s.csv:1: there is no column 'statement' (missing-column)
              did you mean 'statment'?
            """);
    assertThat(check("--csv", "t.csv").err()).startsWith("outturn: t.csv:2: a statement has 1 to");
    assertThat(check().code()).isEqualTo(2);
    assertThat(check("x", "--csv", "s.csv").code()).isEqualTo(2);
    assertThat(check("x".repeat(1001)).code()).isEqualTo(2);
    assertThat(check("x", "--project", "absent").err()).contains("outturn validate absent");
  }

  /// The rules with errors.
  private String errors(String statement) {
    var answer = new JsonMapper().readTree(check(statement, "--project", ".", "--json").out());
    var rules = new StringBuilder();
    for (var finding : answer.get("findings")) {
      if (finding.get("severity").asString().equals("error")) {
        rules.append(finding.get("rule").asString());
      }
    }
    return rules.toString();
  }

  private Shell.Result check(String... words) {
    var all = new String[words.length + 2];
    all[0] = "statement";
    all[1] = "check";
    System.arraycopy(words, 0, all, 2, words.length);
    return new Shell().in(folder).run(all);
  }
}
