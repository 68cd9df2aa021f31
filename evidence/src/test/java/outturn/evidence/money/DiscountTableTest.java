package outturn.evidence.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.money.DiscountTable.Band;
import outturn.evidence.series.ReferenceValues;

class DiscountTableTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final DiscountTable GREEN_BOOK = GreenBook.at(TODAY);

  @Test
  void theGreenBooksFactorsComeOut() {
    double[] amounts = {-100, 30, 30, 30, 30, 30};
    ReferenceValues.of("benefit.greenbook")
        .hold(
            Map.of(
                "df_t1", factor(1),
                "df_t5", factor(5),
                "df_t10", factor(10),
                "df_t30", factor(30),
                "df_t31", factor(31),
                "npv_-100_30x5", GREEN_BOOK.presentValue(amounts).result().orElseThrow()));
  }

  @Test
  void theLastBandFollowsTheSecond() {
    assertThat(factor(0)).isOne();
    assertThat(factor(76))
        .isCloseTo(Math.pow(1.035, -30) * Math.pow(1.03, -45) / 1.025, within(1e-12));
  }

  @Test
  void theTableOfTheDayCounts() {
    DiscountTables tables =
        DiscountTables.read(
                List.of(
                    "valid_from,to_year,rate,source",
                    "2030-01-01,30,0.03,later",
                    "2020-01-01,30,0.035,earlier"))
            .result()
            .orElseThrow();
    assertThat(tables.at(LocalDate.of(2029, 12, 31)).result().orElseThrow().source())
        .isEqualTo("earlier");
    assertThat(tables.at(LocalDate.of(2030, 1, 1)).result().orElseThrow().source())
        .isEqualTo("later");
    assertThat(tables.at(LocalDate.of(2019, 1, 1)).refusal().orElseThrow().reason())
        .isEqualTo(Reason.OUTSIDE_THE_DATA);
  }

  @Test
  void yearsOutsideTheTableAreRefused() {
    assertThat(GREEN_BOOK.factor(126).refusal().orElseThrow().text())
        .contains("years 0 to 125, not for 126");
    assertThat(GREEN_BOOK.factor(-1).refusal()).isPresent();
    assertThat(GREEN_BOOK.presentValue(new double[127]).refusal()).isPresent();
    assertThat(GREEN_BOOK.presentValue(1, Double.NaN).refusal().orElseThrow().reason())
        .isEqualTo(Reason.NOT_A_NUMBER);
    assertThat(GREEN_BOOK.presentValue().result()).contains(0.0);
  }

  @Test
  void tablesThatAreNoneAreRefused() {
    String header = "valid_from,to_year,rate,source";
    for (String line :
        List.of("2020-13-01,30,0.03,s", "2020-01-01,x,0.03,s", "2020-01-01,30,3.5,s", "30,0.03")) {
      assertThat(DiscountTables.read(List.of(header, line)).refusal()).as(line).isPresent();
    }
    assertThat(DiscountTables.read(List.of("from")).refusal()).isPresent();
    assertThat(DiscountTable.of(TODAY, List.of(), "none").refusal()).isPresent();
    Answer<DiscountTable> descending =
        DiscountTable.of(TODAY, List.of(new Band(30, .03), new Band(30, .02)), "twice");
    assertThat(descending.refusal().orElseThrow().text()).contains("twice").contains("year 30");
  }

  private static double factor(int year) {
    return GREEN_BOOK.factor(year).result().orElseThrow();
  }
}
