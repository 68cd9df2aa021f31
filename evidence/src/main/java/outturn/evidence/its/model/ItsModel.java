package outturn.evidence.its.model;

import java.util.List;

/// What is to be analysed, decided before the data are looked at.
public record ItsModel(
    Intervention intervention,
    Shape shape,
    Harmonics harmonics,
    List<Control> controls,
    Response response,
    Reading reading) {
  /// No interrupted time series below; Turner et al., BMC Medical Research Methodology 21:181
  /// (2021).
  public static final int LEAST_BEFORE = 12;

  /// Cochrane Effective Practice and Organisation of Care asks for 3 on either side.
  public static final int LEAST_AFTER = 3;

  public ItsModel {
    controls = List.copyOf(controls);
  }

  /// Trend and step, no season, no controls, REML with bootstrap.
  public static ItsModel of(Intervention intervention) {
    return new ItsModel(
        intervention,
        Shape.TREND_AND_STEP,
        Harmonics.NONE,
        List.of(),
        Response.standard(),
        Reading.DEFAULT);
  }

  public ItsModel with(Intervention changed) {
    return new ItsModel(changed, shape, harmonics, controls, response, reading);
  }

  public ItsModel with(Shape changed) {
    return new ItsModel(intervention, changed, harmonics, controls, response, reading);
  }

  public ItsModel with(Harmonics changed) {
    return new ItsModel(intervention, shape, changed, controls, response, reading);
  }

  public ItsModel with(Control... changed) {
    return new ItsModel(intervention, shape, harmonics, List.of(changed), response, reading);
  }

  public ItsModel with(Response changed) {
    return new ItsModel(intervention, shape, harmonics, controls, changed, reading);
  }

  public ItsModel with(Reading changed) {
    return new ItsModel(intervention, shape, harmonics, controls, response, changed);
  }

  /// Amounts on the scale that they have, natural unless it is set, with other errors.
  public ItsModel with(Errors changed) {
    Scale scale =
        switch (response) {
          case Response.Amounts(Scale known, Errors _) -> known;
          case Response.Counts _ -> Scale.NATURAL;
        };
    return with(new Response.Amounts(scale, changed));
  }
}
