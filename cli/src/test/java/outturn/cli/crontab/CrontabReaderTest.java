package outturn.cli.crontab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.cli.crontab.CrontabLine.Blank;
import outturn.cli.crontab.CrontabLine.Comment;
import outturn.cli.crontab.CrontabLine.Content;
import outturn.cli.crontab.CrontabLine.Entry;
import outturn.cli.crontab.CrontabLine.Refused;
import outturn.cli.crontab.CrontabLine.Setting;
import outturn.cli.crontab.CrontabLine.State;

class CrontabReaderTest {
  private static Content own(String line) {
    return new CrontabReader(UserColumn.NO).read(line).getFirst().content();
  }

  private static Content ofSystem(String line) {
    return new CrontabReader(UserColumn.YES).read(line).getFirst().content();
  }

  private static Entry entry(String line) {
    return (Entry) own(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 6 * * * /bin/x -a          | 30 6 * * *                 | /bin/x -a",
        "*/15\t*\t* * *\t/bin/x         | */15 * * * *               | /bin/x",
        "00 */3 15-25/2 May mon-tue x  | 00 */3 15-25/2 May mon-tue | x",
        "0 0 * * 7 x                   | 0 0 * * 7                  | x",
        "0 9 * * SAT,sun x             | 0 9 * * SAT,sun            | x",
        "@daily x y                    | @daily                     | x y",
        "@Hourly x                     | @hourly                    | x",
        "@midnight x                   | @midnight                  | x",
        "@annually x                   | @annually                  | x",
        "@every_minute x               | * * * * *                  | x",
        "@every_second x               | * * * * * *                | x",
        "@600 x                        | */10 * * * *               | x",
        "@15 x                         | */15 * * * * *             | x",
        "@7200 x                       | 0 */2 * * *                | x",
        "@86400 x                      | 0 0 * * *                  | x",
        "-*/5 * * * * x                | */5 * * * *                | x",
        "0 1 * * * -n -q x             | 0 1 * * *                  | x",
        "0 1 * * * FOO=bar x           | 0 1 * * *                  | FOO=bar x",
        "TZ=Europe/Paris 0 9 L * * x   | 0 9 L * *                  | x",
        "0 22 * * 1-5 mail joe%Hi%     | 0 22 * * 1-5               | mail joe%Hi%",
      })
  void anEntryHasTimesAndACommand(String line, String cron, String command) {
    var entry = entry(line);

    assertThat(entry.due().cron().text()).isEqualTo(cron);
    assertThat(entry.command()).isEqualTo(command);
    assertThat(entry.state()).isEqualTo(State.ENABLED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@reboot /bin/x                      | no due time",
        "@fortnightly /bin/x                 | unknown word '@fortnightly'",
        "@700 /bin/x                         | no time of the clock",
        "61 * * * * /bin/x                   | minute 61; expected 0 to 59",
        "0 0 30 2 * /bin/x                   | no date ever matches",
        "H 3 * * * /bin/x                    | 'H' is not a value",
        "0 3 * * *                           | no command follows",
        "0 3 * *                             | found 4 words",
        "nonsense                            | found 1 word;",
        "1 5 cron.daily nice run-parts /etc  | anacrontab",
        "@monthly 45 cron.monthly nice run   | anacrontab",
        "{{ minute }} 3 * * * /bin/x         | placeholder",
        "@MINUTE@ 3 * * * /bin/x             | placeholder",
        "__MINUTE__ 3 * * * /bin/x           | placeholder",
        "0 */5 * * * * /bin/x                | five time fields, without seconds",
        "30 0 2 * * 1 /bin/x                 | five time fields, without seconds",
        "0 0 12 1/1 * ? *                    | five time fields, without seconds",
        "0 3 * * * reports.daily(\"all\")    | a program's own syntax",
        "0 3 * * * Jobs.purge()              | a program's own syntax",
        "59~0 3 * * * /bin/x                 | minute",
      })
  void whatNoWorkflowCanBeMadeOfIsRefusedWithTheReason(String line, String reason) {
    assertThat(own(line))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OPENILS    = /openils | OPENILS  | /openils",
        "MAILTO=\"\"           | MAILTO   | ``",
        "MAILTO=               | MAILTO   | ``",
        "A='  two words '      | A        | `  two words `",
        "\"B\" = \"it's\"      | B        | it's",
        "CRON_TZ=Japan         | CRON_TZ  | Japan",
        "C=$A/x # y            | C        | $A/x # y",
      })
  void aSettingHasANameAndAValue(String line, String name, String value) {
    assertThat(own(line)).isEqualTo(new Setting(name, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# m h  dom mon dow   command",
        "# * * * * *  command to be executed",
        "# *  *  *  *  * user-name  command to be executed",
        "# 5 0 * * * is five past midnight, every day",
        "# 0 3 * * * Every night we rotate the logs and send them",
        "#PATH=/usr/bin",
        "# @daily means once a day",
        "# 23 0-23/2 * * * runs at 23 minutes past every second hour",
      })
  void proseIsAComment(String line) {
    assertThat(own(line)).isInstanceOf(Comment.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#2  0  * * *   . ~/.bashrc && $BIN/clear.srfsh",
        "# 8  2  * * *   . ~/.bashrc && ctl.sh -d $X/var/pid -a start",
        "##0 * * * * sleep $((RANDOM \\% 1800)) && /usr/libexec/spamd-setup",
        "# @daily backup",
        "# 0 5 * * 1 tar -zcf /var/backups/home.tgz /home/",
      })
  void anEntryThatIsCommentedOutIsDisabled(String line) {
    assertThat(own(line))
        .isInstanceOfSatisfying(
            Entry.class, entry -> assertThat(entry.state()).isEqualTo(State.DISABLED));
  }

  @Test
  void aTableOfTheSystemNamesTheUserBeforeTheCommand() {
    assertThat(ofSystem("17 * * * *\troot\tcd / && run-parts x"))
        .isInstanceOfSatisfying(
            Entry.class,
            entry -> {
              assertThat(entry.user()).isEqualTo("root");
              assertThat(entry.command()).isEqualTo("cd / && run-parts x");
            });
    assertThat(ofSystem("17 * * * * __APP_USER__ /bin/x")).isInstanceOf(Entry.class);
  }

  @Test
  void aPathIsNoUser() {
    assertThat(ofSystem("17 * * * * /bin/x all"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains("--user-column no"));
  }

  @Test
  void linesAreCountedWhateverEndsThem() {
    var lines = new CrontabReader(UserColumn.NO).read("\r\n# a\r\n@daily x\r\n");

    assertThat(lines).extracting(CrontabLine::number).containsExactly(1, 2, 3);
    assertThat(lines.getFirst().content()).isEqualTo(new Blank());
    assertThat(lines.getLast().content()).isInstanceOf(Entry.class);
  }

  @Test
  void aRandomTimeIsTheSameAtEachImportAndWithinItsRange() {
    var line = "0~9 ~ 1~28 * 1~5,6 /bin/x";

    var cron = entry(line).due().cron().text();

    assertThat(entry(line).due().cron().text()).isEqualTo(cron);
    assertThat(cron).matches("[0-9] [0-9]{1,2} [0-9]{1,2} \\* [1-5],6");
    assertThat(entry("~/15 * * * * x").due().cron().text()).matches("([0-9]|1[0-4])-59/15 .*");
    assertThat(entry(line).due().remarks())
        .singleElement()
        .extracting(Remark::weight)
        .isEqualTo(Remark.Weight.DIFFERENCE);
  }

  @Test
  void differentLinesDrawDifferentTimes() {
    assertThat(
            IntStream.range(0, 50)
                .mapToObj(i -> entry("~ 3 * * * job" + i).due().cron().text())
                .distinct())
        .hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/crontab, YES",
    "/backup/host/etc/crontab, YES",
    "/etc/cron.d/atop, YES",
    "atop-debian.cron.d, YES",
    "freebsd-system-crontab, YES",
    "crontab, NO",
    "/var/spool/cron/crontabs/root, NO",
    "-, NO",
  })
  void thePathTellsWhetherThereIsAUserColumn(String path, UserColumn column) {
    assertThat(UserColumn.of(Path.of(path), "")).isEqualTo(column);
  }

  @Test
  void soDoesACommentThatHeadsTheColumns() {
    var path = Path.of("jobs.txt");

    assertThat(UserColumn.of(path, "# m h dom mon dow user  command\n")).isEqualTo(UserColumn.YES);
    assertThat(UserColumn.of(path, "# m h dom mon dow command\n")).isEqualTo(UserColumn.NO);
  }
}
