package outturn.http.measure;

import java.util.ArrayList;
import java.util.List;
import outturn.http.json.JsonObject;
import outturn.runtime.measure.Given;

/// Observations that somebody gives, as JSON.
public final class GivenJson {
  /// The fields of one.
  private static final String[] FIELDS = {"period", "segment", "value", "numerator", "denominator"};

  private GivenJson() {}

  /// Those of a list.
  static List<Given> list(JsonObject body) {
    var given = new ArrayList<Given>();
    for (var each : body.objects("observations", FIELDS)) given.add(one(each));
    return given;
  }

  /// One, or a list of them under `observations`.
  ///
  /// @param path of the value, as problems name it
  public static List<Given> ofData(Object data, String path) {
    var whole =
        JsonObject.of(
            data, path, "observations", "period", "segment", "value", "numerator", "denominator");
    return whole.has("observations")
        ? list(whole.only("observations"))
        : List.of(one(whole.only(FIELDS)));
  }

  private static Given one(JsonObject each) {
    return new Given(
        each.date("period"),
        each.find("segment").orElse(""),
        each.findNumber("value"),
        each.findNumber("numerator"),
        each.findNumber("denominator"));
  }
}
