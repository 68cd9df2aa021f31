package outturn.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.measure.Measure;
import outturn.store.measure.Observation;

class RowsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COUNT      | period,value\\n2026-10-05,3        | line 2, column period: 2026-10-05 does not begin a month; write 2026-10-01 for the one that it is in
          COUNT      | period,value\\n2026-12-01,3        | line 2, column period: 2026-12-01 is in the future; today is 23 Nov 2026
          COUNT      | period,value\\n5 May 2026,3        | line 2, column period: is '5 May 2026'; expected a date such as 2026-01-31
          COUNT      | period,value\\n\\n,3               | line 3, column period: is missing; expected a date such as 2026-01-31
          COUNT      | period,value\\n2026-10-01,three    | line 2, column value: is 'three'; expected a number such as 12.5
          COUNT      | period,value\\n2026-10-01,NaN      | line 2, column value: is NaN; expected a number
          COUNT      | period,value\\n2026-10-01,-3       | line 2, column value: is -3.0; expected 0 or more
          COUNT      | period,value\\n2026-10-01,         | line 2, column value: is missing; give a value
          COUNT      | period,value\\n2026-10-01,1,2      | line 2: 3 cells; the header has 2 columns
          COUNT      | period,value,segment\\n2026-10-01,1,north | line 2, column segment: is 'north', but the measure has no segments; leave it out, or add `segments:` to it
          COUNT      | period,numerator,denominator\\n2026-10-01,1,2 | line 2, column numerator: is not for a measure of type count; give a value
          COUNT      | period,value\\n2026-10-01,1\\n2026-10-01,2 | line 3, column period: 2026-10-01 was given in line 2 already; give each period once
          PROPORTION | period,value\\n2026-10-01,101      | line 2, column value: is 101.0; a proportion lies between 0 and 100
          PROPORTION | period,numerator,denominator\\n2026-10-01,3,2 | line 2, column numerator: is 3.0 of 2.0; a proportion's lies between 0 and the denominator
          PROPORTION | period,numerator\\n2026-10-01,3    | line 2, column denominator: is missing
          COUNT      | ''                                 | line 1: no header; expected period,value
          """)
  void aWrongRowIsNamedWithItsColumnAndWhatToDo(Measure.Type type, String text, String problem) {
    var checked = Rows.ofCsv(measure(type), text.replace("\\n", "\n"), NOW);

    assertThat(checked)
        .isInstanceOfSatisfying(
            Rows.Checked.Wrong.class,
            wrong -> assertThat(wrong.problems()).containsExactly(problem));
  }

  @Test
  void aFileFromASpreadsheetIsRead() {
    var text =
        "\uFEFFPeriod, Value ,note\r\n2026-09-01,\"12.5\",\"a, \"\"b\"\"\nc\"\r\n\r\n2026-10-01,13,\r\n";

    assertThat(Rows.ofCsv(measure(Measure.Type.MEAN), text, NOW))
        .isEqualTo(
            new Rows.Checked.Right(
                java.util.List.of(
                    Observation.of("", LocalDate.of(2026, 9, 1), 12.5),
                    Observation.of("", LocalDate.of(2026, 10, 1), 13))));
  }

  private static Measure measure(Measure.Type type) {
    return new Measure(
        "m",
        new Measure.About("M", Optional.empty(), Optional.empty()),
        new Measure.Quantity(
            type, Optional.of("percent"), new Measure.Better.Higher(), Optional.empty()),
        new Measure.Rhythm(
            Measure.Cadence.MONTHLY, Duration.ZERO, ZoneOffset.UTC, Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }
}
