package outturn.cli.evidence.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What is computed here for one topic of the reference values, or for a part of it.
///
/// @param name as in the reference values
/// @param prefix of the keys that it is about: all keys if it is empty
/// @param rounded keys whose reference was rounded more coarsely than its tolerance
/// @param ours the values by their keys; empty where the data are not there
record Topic(
    String name,
    String prefix,
    Set<String> rounded,
    Function<ReferenceData, Optional<Map<String, Double>>> ours) {
  /// Every topic that is computed here; a new estimator adds its own.
  static final List<Topic> ALL =
      List.of(
          new Topic("xmr.wheeler", _ -> Optional.of(XmrValues.wheeler())),
          new Topic("xmr.nist", _ -> Optional.of(XmrValues.nist())),
          new Topic("forecast", _ -> Optional.of(ForecastValues.nile())),
          new Topic("locallevel.nile", _ -> Optional.of(StructuralValues.nile())),
          new Topic("structural.seatbelts_log_drivers", _ -> Optional.of(StructuralValues.belts())),
          new Topic("its.seatbelts_log_drivers", _ -> Optional.of(ItsValues.leastSquares())),
          new Topic("its.seatbelts_regression", _ -> Optional.of(ItsValues.otherMethods())),
          new Topic("causalimpact", _ -> Optional.of(CausalImpactValues.vignette()))
              .about("vignette."),
          new Topic("causalimpact", data -> CausalImpactValues.ofR(data, "basic"))
              .about("r141.basic."),
          new Topic("causalimpact", data -> CausalImpactValues.ofR(data, "no_effect"))
              .about("r141.no_effect."),
          new Topic("prop99", ComparisonValues::of),
          new Topic("changepoint.nile", _ -> Optional.of(ChangePointValues.nile())),
          new Topic(
                  "changepoint.seatbelts_log10_lag1_lag12",
                  _ -> Optional.of(ChangePointValues.drivers()))
              .withRounded("RE.p"),
          new Topic("survey.proportion", _ -> Optional.of(SurveyValues.shares())),
          new Topic("survey.api", _ -> Optional.of(SurveyValues.schools()))
              .withRounded("srs_fpc.mean", "srs_poststrat_stype.mean"),
          new Topic("survey.nps", _ -> Optional.of(SurveyValues.netScores())),
          new Topic("benefit.greenbook", _ -> Optional.of(PlanValues.greenBook())),
          new Topic("benefit.pert", _ -> Optional.of(PlanValues.pert())),
          new Topic("confseq", _ -> Optional.of(SequenceValues.confseq())),
          new Topic("growthbook", _ -> Optional.of(SequenceValues.growthbook())));

  Topic(String name, Function<ReferenceData, Optional<Map<String, Double>>> ours) {
    this(name, "", Set.of(), ours);
  }

  private Topic about(String keys) {
    return new Topic(name, keys, rounded, ours);
  }

  private Topic withRounded(String... keys) {
    return new Topic(name, prefix, Set.of(keys), ours);
  }

  boolean isAbout(Reference reference) {
    return reference.topic().equals(name) && reference.key().startsWith(prefix);
  }
}
