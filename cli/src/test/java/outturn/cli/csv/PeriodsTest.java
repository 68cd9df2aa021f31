package outturn.cli.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
  @ParameterizedTest
  @CsvSource({
    "1983-02 1983-03 1983-04, month, 1983-02-01",
    "1983-02-01 1983-03-01 1983-04-01, month, 1983-02-01",
    "1983-01-31 1983-02-28 1983-03-31, month, 1983-01-31",
    "1983-02-01 1983-05-01 1983-08-01, quarter, 1983-02-01",
    "1983-Q1 1983-Q2 1983-Q3, quarter, 1983-01-01",
    "1983-W52 1984-W01 1984-W02, week, 1983-12-26",
    "2026-01-05 2026-01-12 2026-01-19, week, 2026-01-05",
    "2026-02-27 2026-02-28 2026-03-01, day, 2026-02-27",
    "2026-01-05 2026-01-19 2026-02-02, 2 weeks, 2026-01-05",
    "1983 1984 1985, year, 1983-01-01",
    "1970 1980 1990, 10 years, 1970-01-01",
    "1983-01-01 1984-01-01 1985-01-01, year, 1983-01-01",
    "8 9 10, row, 0008-01-01",
    "1983-02, month, 1983-02-01",
  })
  void periodsAreRecognisedByHowTheyAreWritten(String texts, String step, LocalDate first) {
    var timeline = of(texts);

    assertThat(timeline.step()).isEqualTo(step);
    assertThat(timeline.starts().getFirst()).isEqualTo(first);
    assertThat(timeline.label(0)).isEqualTo(texts.split(" ", -1)[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "1983-02 1983-03 1983-02, 4, the period 1983-02 stands in line 2 too, duplicate-period",
    "1983-02 1983-03 1983-05 1983-06, 4, 1983-05 follows 1983-03; expected one each month,"
        + " irregular-periods",
    "1983-03 1983-02 1983-01, 3, 1983-02 follows 1983-03; expected periods ascend,"
        + " irregular-periods",
    "2026-01-01 2026-01-02 2026-01-03 2026-01-05, 5, one each day, irregular-periods",
    "1983-02 soon, 3, is not a period, not-a-period",
    "1983-02 1983-03-01, 3, is not a period, not-a-period",
    "1983-13, 2, is not a period, not-a-period",
    "1983-W53, 2, is not a period, not-a-period",
    "01/02/1983, 2, is not a period, not-a-period",
  })
  void whatIsWrongIsToldWithItsLine(String texts, int line, String text, String name) {
    assertThatThrownBy(() -> of(texts))
        .hasMessageStartingWith("t.csv:%d: ".formatted(line))
        .hasMessageContaining(text)
        .hasMessageEndingWith("(%s)".formatted(name));
  }

  @Test
  void aColumnOfMonthNumbersIsReadWithItsYears() {
    var file = CsvReader.parse("t.csv", "year,month,v\n1983,11,1\n1983,12,2\n1984,1,3\n");

    assertThat(Periods.of(file, "month").label(2)).isEqualTo("1984-01");
    assertThat(Periods.of(file, "year,month").step()).isEqualTo("month");
  }

  @Test
  void quartersAreJoinedToo() {
    var file = CsvReader.parse("t.csv", "Year,quarter\n1983,4\n1984,1\n");

    assertThat(Periods.of(file, "Year,quarter").label(1)).isEqualTo("1984-Q1");
  }

  @Test
  void rowsAreCountedWithoutDates() {
    var timeline = Periods.counted(CsvReader.parse("t.csv", "v\n5\n6\n"));

    assertThat(timeline.label(1)).isEqualTo("2");
    assertThat(timeline.index("2")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1983-02 1983-03 1983-04, 1983-03, 1",
    "1983-02 1983-03 1983-04, 1983-03-01, 1",
    "1983-02 1983-03 1983-04, 1983, 0",
    "1983-01-31 1983-02-28 1983-03-31, 1983-02, 1",
    "1983 1984 1985, 1984, 1",
    "8 9 10, 10, 2",
  })
  void aPeriodIsFoundByItsTextOrALongerOne(String texts, String wanted, int index) {
    assertThat(of(texts).index(wanted)).isEqualTo(index);
  }

  @ParameterizedTest
  @CsvSource({
    "1983-02 1983-03, 1990-01, no period of the file begins in 1990-01",
    "1983-02 1983-03, 1983-03-15, no period of the file begins in 1983-03-15",
    "1983-02 1983-03, march, is not a period",
    "1983-02 1983-03, 7, is not a period",
    "8 9 10, 1983-02, is not a period",
  })
  void aPeriodThatIsNotThereIsRefused(String texts, String wanted, String text) {
    assertThatThrownBy(() -> of(texts).index(wanted)).hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1983-11 1983-12, 1984-01 1984-02",
    "1982-12-31 1983-01-31, 1983-02-28 1983-03-31",
    "1983-Q3 1983-Q4, 1984-Q1 1984-Q2",
    "2026-W52 2026-W53, 2027-W01 2027-W02",
    "2026-02-27 2026-02-28, 2026-03-01 2026-03-02",
    "1960 1970, 1980 1990",
    "8 9 10, 11 12",
  })
  void thePeriodsThatFollowAreWrittenAsInTheFile(String texts, String next) {
    var ahead = of(texts).ahead(2);

    assertThat(ahead.label(0) + " " + ahead.label(1)).isEqualTo(next);
    assertThat(ahead.step()).isEqualTo(of(texts).step());
  }

  private static Timeline of(String texts) {
    return Periods.of(CsvReader.parse("t.csv", "when\n" + texts.replace(' ', '\n') + "\n"), "when");
  }
}
