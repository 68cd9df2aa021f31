package outturn.http.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import outturn.engine.forecast.Words;
import outturn.engine.postmortem.Part;
import outturn.engine.postmortem.PostMortem;
import outturn.runtime.forecast.PostMortems;
import outturn.store.forecast.PastWork;

/// Why a deadline was kept or missed, as JSON.
final class PostMortemJson {
  private static final PostMortems.Pools NO_POOLS = new PostMortems.Pools(List.of(), List.of());

  private PostMortemJson() {}

  record Holder(String run, String workflow, String task, Instant from, Instant until) {}

  /// `state` is what became of it, `ended` when the last of it was over, as far as that is known.
  /// `lateMinutes` is less than nothing where that was before the deadline, and null where nothing
  /// was done; the parts add up to it. What was predicted is told the oldest first.
  static Map<String, Object> of(PostMortems.Told told) {
    var found = told.told();
    var json = new LinkedHashMap<String, Object>();
    json.put("deadline", told.deadline().name());
    json.put("task", told.deadline().task());
    json.put("by", told.due());
    json.put("state", told.end().verdict().word());
    json.put("ended", told.end().at());
    json.put(
        "lateMinutes", found.map(each -> each.minutes().stream().mapToLong(Long::longValue).sum()));
    json.put("parts", found.map(each -> parts(told, each)).orElse(List.of()));
    json.put("predicted", told.predicted().stream().map(ForecastJson::before).toList());
    return json;
  }

  private static List<Map<String, Object>> parts(PostMortems.Told told, PostMortem found) {
    var words = new PartWords(new Words(told.subject().zone(), found.finish()));
    var parts = new ArrayList<Map<String, Object>>();
    for (int place = 0; place < found.parts().size(); place++) {
      var part = found.parts().get(place);
      var pools = told.pools().getOrDefault(place, NO_POOLS);
      parts.add(part(part, found.minutes().get(place), words.of(part, pools), pools.holders()));
    }
    return parts;
  }

  /// `minutes` is what it adds to the lateness; `holders` held the pools that were waited for, the
  /// longest first.
  private static Map<String, Object> part(
      Part part, long minutes, String text, List<PastWork.Worked> holders) {
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", part.kind().name().toLowerCase(Locale.ROOT));
    json.put("task", part.task());
    json.put("from", part.from());
    json.put("to", part.to());
    json.put("usualSeconds", part.usual().toMillis() / 1000.0);
    json.put("minutes", minutes);
    json.put("text", text);
    json.put("holders", holders.stream().map(PostMortemJson::holder).toList());
    return json;
  }

  private static Holder holder(PastWork.Worked worked) {
    return new Holder(
        worked.run().toString(), worked.workflow(), worked.task(), worked.from(), worked.until());
  }
}
