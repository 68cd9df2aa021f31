package outturn.evidence.its;

import java.util.ArrayList;
import java.util.List;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Fitted;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Scale;
import outturn.evidence.its.model.Shape;
import outturn.evidence.regression.Dispersion;
import outturn.evidence.regression.SmallSample;
import outturn.evidence.series.Series;
import outturn.evidence.structural.Structural;
import outturn.evidence.structural.Structure;

/// Analyses the same data by the models that one could also have chosen.
final class Sensitivity {
  private final Series values;
  private final ItsModel model;
  private final List<SensitivityRow> rows = new ArrayList<>();

  private Sensitivity(Series values, ItsModel model) {
    this.values = values;
    this.model = model;
  }

  static List<SensitivityRow> of(Series values, ItsModel model) {
    Sensitivity sensitivity = new Sensitivity(values, model);
    sensitivity.shapes();
    sensitivity.add("without-last-pre-period", sensitivity.withoutLastBefore(), model);
    sensitivity.estimators();
    return sensitivity.rows;
  }

  private void shapes() {
    switch (model.shape()) {
      case STEP -> add("with-trend", values, model.with(Shape.TREND_AND_STEP));
      case TREND_AND_STEP -> add("with-slope", values, model.with(Shape.TREND_STEP_AND_SLOPE));
      case TREND_STEP_AND_SLOPE -> add("without-slope", values, model.with(Shape.TREND_AND_STEP));
    }
  }

  private Series withoutLastBefore() {
    double[] changed = values.toArray();
    int last = model.intervention().at() - 1;
    while (last > 0 && Double.isNaN(changed[last])) {
      last--;
    }
    changed[last] = Double.NaN;
    return Series.of(changed);
  }

  private void estimators() {
    switch (model.response()) {
      case Response.Amounts(Scale scale, Errors errors) -> amounts(scale, errors);
      case Response.Counts(Dispersion dispersion, var exposure) -> {
        for (Dispersion other : Dispersion.values()) {
          if (other != dispersion) {
            Response changed = new Response.Counts(other, exposure);
            add(changed.word(), values, model.with(changed));
          }
        }
      }
    }
  }

  private void amounts(Scale scale, Errors errors) {
    int n = values.count();
    int lag = Math.max(1, (int) (4 * Math.pow(n / 100.0, 2 / 9.0)));
    List<Errors> all =
        List.of(
            Errors.standard(),
            new Errors.Ols(),
            new Errors.NeweyWest(lag, SmallSample.ADJUSTED),
            new Errors.PraisWinsten());
    for (Errors other : all) {
      if (other.getClass() != errors.getClass()) {
        add(other.word(), values, model.with(other));
      }
    }
    rows.add(new SensitivityRow("local-level", localLevel(scale)));
  }

  /// A level that walks instead of a straight line, with a step.
  private Answer<Estimate> localLevel(Scale scale) {
    Intervention intervention = model.intervention();
    double[] step = new double[values.size()];
    for (int i = intervention.at(); i < step.length; i++) {
      step[i] = i < intervention.after() ? Double.NaN : 1;
    }
    List<Control> regressors = new ArrayList<>(List.of(new Control("step", Series.of(step))));
    regressors.addAll(model.controls());
    int cycle = model.harmonics().pairs() > 0 ? model.harmonics().cycle() : 1;
    Series onScale =
        switch (scale) {
          case NATURAL -> values;
          case LOG -> values.map(Math::log);
        };
    return Structural.fit(onScale, new Structure(cycle, regressors), model.reading().level())
        .then(fit -> Answer.found(fit.coefficients().getFirst()));
  }

  private void add(String name, Series data, ItsModel changed) {
    Answer<Estimate> average =
        Fitted.of(data, changed)
            .then(fitted ->
                Answer.found(
                    fitted
                        .inference()
                        .estimate(fitted.terms().averageContrast(), changed.reading().level())));
    rows.add(new SensitivityRow(name, average));
  }
}
