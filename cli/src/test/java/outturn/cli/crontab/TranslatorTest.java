package outturn.cli.crontab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.cli.crontab.LineReport.Outcome;
import outturn.definition.expression.Template;
import outturn.definition.schedule.Schedule.CatchUp;
import outturn.definition.schedule.Schedule.ClockChange;
import outturn.definition.schedule.Schedule.ClockChange.Gap;
import outturn.definition.schedule.Schedule.ClockChange.Overlap;
import outturn.definition.schedule.Schedule.WhenRunning;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Workflow;

class TranslatorTest {
  private static final List<String> PIECES =
      List.of(
          "0 ",
          "* ",
          "*/5 ",
          "1~9 ",
          "@daily ",
          "@reboot ",
          "\n",
          "\n",
          "#",
          "# ",
          "A=",
          "TZ=",
          "Japan",
          "root ",
          "/bin/x ",
          "%",
          "\\%",
          "'",
          "\"",
          "${",
          "}",
          "---",
          ": ",
          "\t",
          "\u0001",
          "\u2028",
          "\uffff",
          "\u202e",
          "$(date +",
          "SHELL=/bin/bash\n",
          "0 1 * * * ");

  private static Workflow own(String text) {
    return Imports.workflow(Imports.own(text));
  }

  private static List<String> remarks(Translation translation) {
    return translation.lines().stream()
        .flatMap(line -> line.remarks().stream())
        .map(Remark::text)
        .toList();
  }

  private static Outcome lastOutcome(Translation translation) {
    return translation.lines().getLast().outcome();
  }

  @Test
  void anEntryBecomesAWorkflowOfOneTaskThatCatchesUpNothing() {
    assertThat(Imports.own("# Load the ledgers\n0 2 * * * /opt/load.sh --all\n").yaml())
        .isEqualTo(
            """
            ---
            # crontab:2
            kind: workflow
            name: load
            title: Load the ledgers
            timezone: Europe/London
            schedules:
              - name: cron
                cron: "0 2 * * *"
                catchUp: {runs: none}
                whenRunning: allow
            tasks:
              command:
                shell: /opt/load.sh --all
            """);
    var schedule = Imports.schedule(own("0 2 * * * /opt/load.sh\n"));
    assertThat(schedule.rules().catchUp().runs()).isEqualTo(CatchUp.Runs.NONE);
    assertThat(schedule.rules().whenRunning()).isEqualTo(WhenRunning.ALLOW);
  }

  @ParameterizedTest
  @CsvSource({
    "30 2 * * *, SHIFT, FIRST",
    "0 * * * *, SHIFT, FIRST",
    "@daily, SHIFT, FIRST",
    "*/10 2 * * *, SKIP, BOTH",
    "0 */2 * * *, SKIP, BOTH",
  })
  void clockChangesDoWhatTheyDoInVixiesCron(String times, Gap gap, Overlap overlap) {
    assertThat(Imports.schedule(own(times + " /bin/x\n")).clockChange())
        .isEqualTo(new ClockChange(gap, overlap));
  }

  @Test
  void settingsHoldFromTheirLineDown() {
    var workflows =
        Imports.project(Imports.own("A=1\n@daily /bin/first\nA = 2\nB='x y'\n@daily /bin/second\n"))
            .workflows();

    assertThat(Imports.run(workflows.find("first").orElseThrow()).environment())
        .isEqualTo(Map.of("A", new Template.Constant("1")));
    assertThat(Imports.run(workflows.find("second").orElseThrow()).environment())
        .isEqualTo(Map.of("A", new Template.Constant("2"), "B", new Template.Constant("x y")));
  }

  @Test
  void zonesAreThoseOfTheTimes() {
    var translation =
        Imports.own(
            "0 1 * * * /bin/a\nCRON_TZ=Japan\n0 1 * * * /bin/b\nTZ=Europe/Paris 0 1 * * * /bin/c\n");
    var workflows = Imports.project(translation).workflows();

    assertThat(List.of("a", "b", "c"))
        .extracting(name -> Imports.schedule(workflows.find(name).orElseThrow()).zone())
        .containsExactly(ZoneId.of("Europe/London"), ZoneId.of("Japan"), ZoneId.of("Europe/Paris"));
    assertThat(Imports.run(workflows.find("b").orElseThrow()).environment()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Lodnon", "UTC-3", "GMT+5", "JST-9"})
  void nothingRunsInAZoneThatIsNotKnown(String zone) {
    var translation = Imports.own("CRON_TZ=%s\n0 1 * * * /bin/a\n".formatted(zone));

    assertThat(translation.lines()).extracting(LineReport::outcome).containsOnly(Outcome.REFUSED);
    assertThat(Imports.project(translation).workflows().all()).isEmpty();
  }

  @Test
  void whatOutturnDoesNotDoIsRemarked() {
    var translation = Imports.own("MAILTO=paul\nMAILTO=\"\"\nRANDOM_DELAY=5\n@daily /bin/x\n");

    assertThat(translation.lines())
        .extracting(LineReport::outcome)
        .containsExactly(
            Outcome.APPROXIMATED, Outcome.TRANSLATED, Outcome.APPROXIMATED, Outcome.TRANSLATED);
    assertThat(Imports.run(Imports.workflow(translation)).environment()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "cat%Joe,%%100\\% of your kids?%            ^ `Joe,~~100% of your kids?~`",
        "read x; cat; echo $x # all of it%1%2       ^ `2~1~`",
        "cat%INPUT%  two%tail                       ^ `INPUT~  two~tail~`",
        "echo ${A:-none} '$${' | cut -c2-           ^ `one $${~`",
        "echo \"${A-its}: \\$x\"                     ^ `its: $x~`",
        "printf '\\%s\\n' a\\\\b 'c: d' #e           ^ `a\\b~c: d~`",
        "printf '\\%s\\%\\%\\n' 5                   ^ `5%~`",
        "echo  two   'in  here'                     ^ `two in  here~`",
      })
  void theShellGetsWhatCronGaveIt(String command, String printed) throws Exception {
    assertThat(printed(own("@daily " + command + "\n"))).isEqualTo(printed.replace('~', '\n'));
    assertThat(printed(own("SHELL=/bin/bash\n@daily " + command + "\n")))
        .isEqualTo(printed.replace('~', '\n'));
  }

  @Test
  void anotherShellRunsTheCommandItself() {
    assertThat(Imports.run(own("SHELL=/bin/bash\n@daily [[ -n ${A} ]] && source x\n")).command())
        .isEqualTo(
            new Action.Command.Arguments(
                List.of(
                    new Template.Constant("/bin/bash"),
                    new Template.Constant("-c"),
                    new Template.Constant("[[ -n ${A} ]] && source x"))));
  }

  @Test
  void anyTextComesThroughAsItWas() {
    var random = new SplittableRandom(7);
    var letters = "ab ${}'\"#:\\-|>&*!%@`,[]{}?=~\tü€😀\u00a0\u2028\ufeff";
    var points = letters.codePoints().toArray();
    for (var round = 0; round < 200; round++) {
      var text = new StringBuilder("x");
      for (var i = 0; i < 12; i++) text.appendCodePoint(points[random.nextInt(points.length)]);
      var value = text.append('x').toString().replace("%", "");
      var run = Imports.run(own("A=%s\n@daily %s\n".formatted(value, value)));

      assertThat(run.environment().get("A")).as(value).isEqualTo(new Template.Constant(value));
      assertThat(run.command()).as(value).isEqualTo(new Action.Command.Shell(value));
    }
  }

  @Test
  void whateverIsWrittenTheProjectIsValid() {
    var random = new SplittableRandom(11);
    for (var round = 0; round < 100; round++) {
      var text = new StringBuilder();
      for (var i = 0; i < 60; i++) text.append(PIECES.get(random.nextInt(PIECES.size())));

      Imports.project(Imports.own(text.toString()));
      Imports.project(Imports.ofSystem(text.toString()));
    }
  }

  @Test
  void onlyOneAtATimeMeansThatStartsAreSkipped() {
    assertThat(Imports.schedule(own("*/5 * * * * -sn /bin/x\n")).rules().whenRunning())
        .isEqualTo(WhenRunning.SKIP);
    assertThat(Imports.schedule(own("@600 /bin/x\n")).rules().whenRunning())
        .isEqualTo(WhenRunning.SKIP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "0 1 * * * flock -n /run/x.lock /bin/x           ^ TRANSLATED   ^ whenRunning: skip",
        "0 1 * * * perl -e 'sleep int(rand(3600))' && x  ^ TRANSLATED   ^ spreads the start",
        "0 1 * * * sleep $((RANDOM \\% 60)); x           ^ TRANSLATED   ^ spreads the start",
        "0 1 * * * test -e /run/systemd/system || x      ^ TRANSLATED   ^ not both",
        "0 5 1-7 * * [ \"$(date +\\%u)\" = 3 ] && x      ^ TRANSLATED   ^ 0 5 * * wed#1",
        "* 8 * * * /bin/x                                ^ TRANSLATED   ^ every minute of that hour",
        "0 1 * * * tar cf x-$(date +%F).tar /srv         ^ TRANSLATED   ^ needs '\\%'",
        "0 22-2 * * * /bin/x                             ^ TRANSLATED   ^ goes over the end",
        "5/15 * * * * /bin/x                             ^ TRANSLATED   ^ N/STEP",
        "0~59 1 * * * /bin/x                             ^ APPROXIMATED ^ draws new times",
        "@600 /bin/x                                     ^ APPROXIMATED ^ end of the last run",
        "0 1 * * * root /bin/x                           ^ APPROXIMATED ^ --user-column yes",
        "0 1 * * * __APP_USER__ /bin/x                   ^ APPROXIMATED ^ --user-column yes",
        "0 1 * * * ~/bin/x                               ^ APPROXIMATED ^ /home/mary",
      })
  void whatIsWorthKnowingIsRemarked(String line, Outcome outcome, String remark) {
    var translation = Imports.own(line);

    assertThat(lastOutcome(translation)).isEqualTo(outcome);
    assertThat(remarks(translation)).anyMatch(text -> text.contains(remark));
    Imports.project(translation);
  }

  @Test
  void usersOtherThanRootAreADifference() {
    assertThat(lastOutcome(Imports.ofSystem("0 1 * * * root /bin/x")))
        .isEqualTo(Outcome.TRANSLATED);
    assertThat(remarks(Imports.ofSystem("0 1 * * * backup /bin/x")))
        .containsExactly("cron runs it as backup, Outturn as the user of its server");
    assertThat(remarks(Imports.ofSystem("0 1 * * * __USER__ /bin/x")))
        .singleElement()
        .asString()
        .contains("placeholder");
  }

  @Test
  void aHomeFolderThatTheCommandNeedsIsSetWhereItIsKnown() {
    var home = new Template.Constant("/home/mary");

    assertThat(Imports.run(own("@daily . ~/.bashrc && x\n")).environment())
        .containsEntry("HOME", home);
    assertThat(Imports.run(own("@daily echo ${HOME}\n")).environment()).containsEntry("HOME", home);
    assertThat(Imports.run(own("HOME=/srv\n@daily ls $HOME\n")).environment())
        .containsEntry("HOME", new Template.Constant("/srv"));
    assertThat(Imports.run(own("@daily ls /home\n")).environment()).isEmpty();
  }

  @Test
  void relativePathsAreNotedOnce() {
    var translation =
        Imports.own("@daily bin/a\n@daily /bin/b\n@daily cd /srv && ./c\n@daily /bin/d > d.log\n");

    assertThat(translation.notes())
        .containsExactly(
            "relative paths (lines 1, 4): cron starts in the user's home folder, Outturn in the"
                + " project's");
  }

  @Test
  void theCommentDirectlyAboveIsTheTitle() {
    assertThat(own("# Other\n\n# First line,\n# second line.\n@daily /bin/x\n").about().title())
        .isEqualTo("First line, second line.");
    assertThat(own("# m h dom mon dow command\n@daily /bin/x\n").about().title()).isEqualTo("x");
    assertThat(own("# " + "long ".repeat(40) + "\n@daily /bin/x\n").about().title())
        .hasSizeLessThan(105)
        .endsWith("…");
  }

  @Test
  void refusedAndDisabledLinesStandInTheFileAsComments() {
    var translation = Imports.own("@reboot /bin/a\n# Old\n#0 1 * * * /bin/b\n0 1 * * * /bin/c\n");

    assertThat(translation.yaml())
        .contains("# refused, crontab:1: @reboot has no due time")
        .contains("#   @reboot /bin/a\n")
        .contains("# name: b\n# title: Old\n");
    assertThat(Imports.workflow(translation).name()).isEqualTo("c");
    assertThat(translation.jobs()).isEqualTo(1);
  }

  @Test
  void aDisabledJobIsAWorkflowOnceItsCommentSignsAreTakenOff() {
    var translation = Imports.own("#0 1 * * * /bin/b 'x: y'\n0 1 * * * /bin/c\n");

    var end = translation.yaml().indexOf("\n---\n");
    var enabled =
        translation.yaml().substring(0, end).replaceAll("(?m)^# (?!disabled)", "")
            + translation.yaml().substring(end);

    assertThat(
            Imports.project(new Translation("x", enabled, translation.lines(), translation.notes()))
                .workflows()
                .names())
        .containsExactly("b", "c");
  }

  private static String printed(Workflow workflow) throws IOException, InterruptedException {
    var run = Imports.run(workflow);
    var words =
        switch (run.command()) {
          case Action.Command.Shell shell -> List.of("/bin/sh", "-c", shell.line());
          case Action.Command.Arguments(var arguments) ->
              arguments.stream()
                  .map(argument -> ((Template.Constant) argument).value().toString())
                  .toList();
        };
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
