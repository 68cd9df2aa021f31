package outturn.outcome.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import outturn.outcome.step.Sample;

class OutcomeSentencesTest {
  private static final String ANALYSIS =
      "analysis: {intervention: forecast-live, design: interrupted-time-series, registerBy: 2026-04-12}";

  @Test
  void whatTheChangeOfAnAnalysisDidIsReadThere() {
    var whole = OutcomeSentences.whole(Sample.good().agreed().position());

    assertThat(whole)
        .contains(
            "followed the change; how much of it the change caused: outturn outcome impact one-visit.")
        .doesNotContain("not analysed here");
  }

  @Test
  void withoutAnAnalysisItIsSaidThatNothingTellsOfIt() {
    assertThat(OutcomeSentences.whole(Sample.good().with(ANALYSIS, "").agreed().position()))
        .contains("whether the change caused it is not analysed here")
        .doesNotContain("outturn outcome impact");
  }
}
