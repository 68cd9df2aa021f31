package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 0 31 * *        | 2026-01-31 2026-03-31 2026-05-31
          0 0 28-2 1-2 *    | 2026-01-01 2026-01-02 2026-01-28
          0 0 L * *         | 2026-01-31 2026-02-28 2026-03-31
          0 0 L-3 * *       | 2026-01-28 2026-02-25 2026-03-28
          0 0 LW * ?        | 2026-01-30 2026-02-27 2026-03-31
          0 0 L-3W * ?      | 2026-01-28 2026-02-25 2026-03-27
          0 0 15w * ?       | 2026-01-15 2026-02-16 2026-03-16
          0 0 1W 8,11 ?     | 2026-08-03 2026-11-02 2027-08-02
          0 0 ? * 6L        | 2026-01-31 2026-02-28 2026-03-28
          0 0 ? * friL      | 2026-01-30 2026-02-27 2026-03-27
          0 0 ? * 6#3       | 2026-01-17 2026-02-21 2026-03-21
          0 0 ? * mon#5     | 2026-03-30 2026-06-29 2026-08-31
          0 0 * * 7         | 2026-01-04 2026-01-11 2026-01-18
          0 0 * * SAT-mon   | 2026-01-03 2026-01-04 2026-01-05
          0 0 * * 5-7/2     | 2026-01-02 2026-01-04 2026-01-09
          0 0 * * 7-1       | 2026-01-04 2026-01-05 2026-01-11
          0 0 1 nov-Feb/2 * | 2026-01-01 2026-11-01 2027-01-01
          0 0 29 2 *        | 2028-02-29 2032-02-29 2036-02-29
          0 0 1,15 * sun    | 2026-01-01 2026-01-04 2026-01-11
          0 0 */14 * thu    | 2026-01-01 2026-01-15 2026-01-29
          0 0 1,15 * */3    | 2026-02-01 2026-02-15 2026-03-01
          @monthly          | 2026-01-01 2026-02-01 2026-03-01
          @Yearly           | 2026-01-01 2027-01-01 2028-01-01
          """)
  void namesItsDays(String text, String expected) {
    var days = firstThree(text).stream().map(LocalDateTime::toLocalDate);

    assertThat(days).containsExactlyElementsOf(dates(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */25 * * * *       | 00:00 00:25 00:50
          5/25 3 * * *       | 03:05 03:30 03:55
          58-1 0 * * *       | 00:00 00:01 00:58
          10-20/5,7 9 * * *  | 09:07 09:10 09:15
          0 22-2/2 * * *     | 00:00 02:00 22:00
          30 5,20/20 1 * * * | 01:05:30 01:20:30 01:40:30
          @hourly            | 00:00 01:00 02:00
          """)
  void namesItsTimes(String text, String expected) {
    var times = firstThree(text).stream().map(time -> time.toLocalTime().toString());

    assertThat(times).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          60 0 * * *          | 0  | minute 60; expected 0 to 59
          0 0 * * XYZ         | 8  | 'XYZ' is not a value; expected *, ?, 6L, 6#3, 0 to 7 or sun to sat
          0 0 * 13 *          | 6  | month 13; expected 1 to 12
          0 */90 * * *        | 4  | in the field for hour, step 90; expected 1 to 24
          */0 * * * *         | 2  | step 0; expected 1 to 60
          0 0 , * *           | 4  | a value is missing
          0 1- * * *          | 4  | a value is missing; expected *, 0 to 23
          0 1-2-3 * * *       | 5  | unexpected '-3'; expected ','
          0 0 30 2 *          | 4  | no date ever matches these days
          0 0 31 4,6,9,11 *   | 4  | no date ever matches these days
          0 0 * * 6#6         | 10 | place in the month 6; expected 1 to 5
          0 0 * * L           | 8  | 'L' alone names no weekday
          ? * * * *           | 0  | '?' is not a value; expected *, 0 to 59
          H * * * *           | 0  | 'H' is not a value
          0 0 99999999999 * * | 4  | day of month 99999999999; expected 1 to 31
          xyz                 | 0  | found 1; expected 5 fields
          0 0 1 1 * * 2026    | 12 | found 7; expected 5 fields
          @reboot             | 0  | unknown word '@reboot'; expected one of @annually @daily @hourly
          @daily 5            | 7  | expected nothing after '@daily'
          TZ=UTC 0 0 * * *    | 0  | a time zone does not belong here
          """)
  void saysWhatIsWrongAndWhere(String text, int index, String problem) {
    var malformed = catchThrowableOfType(Malformed.class, () -> Cron.parse(text));

    assertThat(malformed).hasMessageContaining(problem).hasMessageContaining(text);
    assertThat(malformed.index()).isEqualTo(index);
  }

  @Test
  void keepsItsText() {
    assertThat(Cron.parse(" @daily ").text()).isEqualTo(" @daily ");
    assertThat(Cron.parse("@daily")).isEqualTo(Cron.parse("@daily")).hasToString("@daily");
    assertThat(Cron.parse("@daily")).isNotEqualTo(Cron.parse("0 0 * * *"));
  }

  private static List<LocalDateTime> firstThree(String text) {
    var cron = Cron.parse(text);
    var found = new ArrayList<LocalDateTime>();
    var from = LocalDate.of(2026, 1, 1).atStartOfDay();
    while (found.size() < 3) {
      var time = cron.first(from, from.plusYears(50)).orElseThrow();
      found.add(time);
      from = time.plusSeconds(1);
    }
    return found;
  }

  private static List<LocalDate> dates(String text) {
    return List.of(text.split(" ")).stream().map(LocalDate::parse).toList();
  }
}
