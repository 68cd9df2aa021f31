package outturn.evidence.xmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.series.Series;

class LimitRuleTest {
  private static final Offset<Double> PRINTED = within(5e-5);
  private static final Series WHEELER = CsvFile.read("/xmr/wheeler_msd_p382.csv").column("x");
  private static final Series NIST = CsvFile.read("/xmr/nist_flowrate.csv").column("x");
  private static final Series NILE = CsvFile.read("/r-datasets/nile.csv").column("volume");

  @Test
  void wheelersVerificationDataGiveHisLimits() {
    Limits limits = LimitRule.WHEELER.estimate(WHEELER);
    ReferenceValues.of("xmr.wheeler")
        .hold(
            Map.of(
                "mean", limits.centre(),
                "mR_bar", limits.movingRange(),
                "LNPL", limits.lower(),
                "UNPL", limits.upper(),
                "URL", limits.upperRange()));
  }

  @Test
  void theFlowRatesOfNistGiveItsLimits() {
    Limits limits = LimitRule.EXACT.estimate(NIST);
    ReferenceValues.of("xmr.nist")
        .hold(
            Map.of(
                "mean", limits.centre(),
                "mR_bar", limits.movingRange(),
                "LCL_3_over_1.128", limits.lower(),
                "UCL_3_over_1.128", limits.upper()));
  }

  @Test
  void theRoundedFactorWidensTheLimitsOfNist() {
    Limits limits = LimitRule.WHEELER.estimate(NIST);
    assertThat(limits.lower()).isCloseTo(45.8151, PRINTED);
    assertThat(limits.upper()).isCloseTo(55.8049, PRINTED);
  }

  @Test
  void theNileHasTheSpecifiedLimits() {
    Limits limits = LimitRule.WHEELER.estimate(NILE);
    assertThat(limits.centre()).isCloseTo(919.35, PRINTED);
    assertThat(limits.lower()).isCloseTo(564.8983, PRINTED);
    assertThat(limits.upper()).isCloseTo(1273.8017, PRINTED);
    // The specification has mR-bar rounded to 133.2525 and URL 435.4693.
    assertThat(limits.movingRange()).isCloseTo(133.2525, PRINTED);
    assertThat(limits.upperRange()).isCloseTo(435.4693, within(1e-4));
  }

  @Test
  void mediansGiveTheSpecifiedLimits() {
    Limits wheeler = LimitRule.MEDIAN.estimate(WHEELER);
    assertThat(wheeler.movingRange()).isCloseTo(280, PRINTED);
    assertThat(wheeler.lower()).isCloseTo(3251.9, PRINTED);
    assertThat(wheeler.upper()).isCloseTo(5013.1, PRINTED);
    Limits nile = LimitRule.MEDIAN.estimate(NILE);
    assertThat(nile.movingRange()).isCloseTo(110, PRINTED);
    assertThat(nile.lower()).isCloseTo(547.55, PRINTED);
    assertThat(nile.upper()).isCloseTo(1239.45, PRINTED);
    assertThat(nile.upperRange()).isCloseTo(3.865 * 110, PRINTED);
  }

  @Test
  void oneWildMovingRangeIsDroppedOnceAndTheMeanStays() {
    // Moving ranges: 1 twelve times, then 30 and 30; their mean is 72/14, so both are dropped.
    Series series = Series.of(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 31, 1);
    Limits limits = LimitRule.NHS.estimate(series);
    assertThat(limits.movingRange()).isEqualTo(1);
    assertThat(limits.centre()).isEqualTo(series.mean());
    assertThat(limits.upper()).isCloseTo(series.mean() + 2.66, within(1e-12));
    assertThat(LimitRule.WHEELER.estimate(series).movingRange())
        .isCloseTo(72 / 14.0, within(1e-12));
  }

  @Test
  void standardDeviationLimitsAreWiderWhereValuesFollowEachOther() {
    Series drift = Series.of(1, 2, 3, 4, 5, 6, 7, 8);
    Limits limits = LimitRule.STANDARD_DEVIATION.estimate(drift);
    // sd sqrt(6), c4(8) = .9650 (Montgomery, appendix VI).
    assertThat(limits.upper()).isCloseTo(4.5 + 3 * Math.sqrt(6) / .9650, within(1e-3));
    assertThat(limits.upper()).isGreaterThan(LimitRule.NHS.estimate(drift).upper());
  }

  @Test
  void c4HasItsTabulatedValues() {
    // Montgomery, Introduction to Statistical Quality Control, appendix VI.
    assertThat(LimitRule.c4(2)).isCloseTo(.7979, PRINTED);
    assertThat(LimitRule.c4(5)).isCloseTo(.9400, PRINTED);
    assertThat(LimitRule.c4(25)).isCloseTo(.9896, PRINTED);
  }
}
