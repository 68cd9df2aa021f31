package outturn.cli.crontab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mail joe%Joe,%%Where?%   | mail joe         | `Joe,~~Where?~`",
        "mail joe%no break        | mail joe         | `no break~`",
        "cat%100\\% of it         | cat              | `100% of it~`",
        "date +\\%F               | date +%F         | ``",
        "echo a\\\\%in            | echo a\\\\       | `in~`",
        "echo a\\\\\\%in          | echo a\\\\%in    | ``",
        "find . -exec rm {} \\;   | find . -exec rm {} \\; | ``",
        "true%                    | true             | ``",
        "cat%%                    | cat              | `~`",
      })
  void percentSignsAreReadAsCronReadsThem(String written, String line, String input) {
    assertThat(CommandText.of(written)).isEqualTo(new CommandText(line, input.replace('~', '\n')));
  }
}
