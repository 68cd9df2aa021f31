package outturn.outcome.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbabilityWordsTest {
  /// The scale of the specification, chapter 7, at its borders.
  @ParameterizedTest
  @CsvSource({
    "1, virtually certain (more than 99\u00A0%), more than 99 in 100",
    ".99, virtually certain (99\u00A0%), about 99 in 100",
    ".98, very likely (98\u00A0%), about 98 in 100",
    ".9, very likely (90\u00A0%), about 9 in 10",
    ".89, likely (89\u00A0%), about 9 in 10",
    ".78, likely (78\u00A0%), about 8 in 10",
    ".66, likely (66\u00A0%), about 7 in 10",
    ".65, about as likely as not (65\u00A0%), about 7 in 10",
    ".34, about as likely as not (34\u00A0%), about 3 in 10",
    ".33, unlikely (33\u00A0%), about 3 in 10",
    ".11, unlikely (11\u00A0%), about 1 in 10",
    ".1, very unlikely (10\u00A0%), about 1 in 10",
    ".02, very unlikely (2\u00A0%), about 2 in 100",
    ".01, exceptionally unlikely (1\u00A0%), about 1 in 100",
    "0, exceptionally unlikely (less than 1\u00A0%), fewer than 1 in 100",
  })
  void aProbabilityIsSaidWithItsNumber(double probability, String words, String frequency) {
    assertThat(ProbabilityWords.of(probability)).isEqualTo(words);
    assertThat(ProbabilityWords.frequency(probability)).isEqualTo(frequency);
  }
}
