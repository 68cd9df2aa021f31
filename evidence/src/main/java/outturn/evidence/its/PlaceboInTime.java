package outturn.evidence.its;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Fitted;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Response;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// Runs an analysis at fake dates within the periods before the intervention.
///
/// Abadie, Diamond, Hainmueller, *Comparative Politics and the Synthetic Control Method*, American
/// Journal of Political Science 59 (2015), 495-510, who call it in-time placebo.
final class PlaceboInTime {
  private static final int MOST_DATES = 40;

  private PlaceboInTime() {}

  static Placebo of(Series values, ItsModel model) {
    int at = model.intervention().at();
    Series before = values.slice(new Window(0, at));
    ItsModel shortened = before(model, at);
    List<Integer> dates = new ArrayList<>();
    List<Integer> declared = new ArrayList<>();
    int candidates = at - ItsModel.LEAST_BEFORE - ItsModel.LEAST_AFTER + 1;
    int stride = Math.max(1, Math.ceilDiv(candidates, MOST_DATES));
    for (int date = ItsModel.LEAST_BEFORE; date <= at - ItsModel.LEAST_AFTER; date += stride) {
      Intervention fake = new Intervention(date, model.intervention().transition());
      Optional<Fitted> fitted = Fitted.of(before, shortened.with(fake)).result();
      if (fitted.isPresent()) {
        dates.add(date);
        if (fitted.get().declaresAnEffect()) {
          declared.add(date);
        }
      }
    }
    return new Placebo(dates, declared);
  }

  private static ItsModel before(ItsModel model, int at) {
    Window window = new Window(0, at);
    Control[] controls =
        model.controls().stream()
            .map(control -> new Control(control.name(), control.values().slice(window)))
            .toArray(Control[]::new);
    Response response =
        switch (model.response()) {
          case Response.Amounts amounts -> amounts;
          case Response.Counts(var spread, var exposure) ->
              new Response.Counts(spread, exposure == null ? null : exposure.slice(window));
        };
    return model.with(controls).with(response);
  }
}
