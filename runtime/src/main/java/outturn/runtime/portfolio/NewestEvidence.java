package outturn.runtime.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.outcome.portfolio.Evidence;
import outturn.store.json.Json;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.KeptEvidence;

/// The evidence that was kept last of outcomes, in brief: read from its body, as
/// [outturn.outcome.datapackage.ImpactJson] wrote it.
public final class NewestEvidence {
  private final EvidenceRecords records;

  public NewestEvidence(EvidenceRecords records) {
    this.records = records;
  }

  /// Empty if nothing is kept.
  Optional<Evidence> of(String outcome) {
    return records
        .newest(outcome)
        .flatMap(kept -> grade(kept.found().body()).flatMap(grade -> brief(kept, grade)));
  }

  private Optional<Evidence> brief(KeptEvidence kept, Map<?, ?> grade) {
    if (!(grade.get("level") instanceof Number level)
        || !(grade.get("confidence") instanceof String confidence)) {
      return Optional.empty();
    }
    var signed =
        records.signatures(kept.hash()).stream().map(each -> each.capacity().word()).toList();
    return Optional.of(
        new Evidence(kept.review(), confidence, level.intValue(), kept.found().badge(), signed));
  }

  /// That of the first measure with a finding.
  private static Optional<Map<?, ?>> grade(String body) {
    return Json.decode(body).get("measures") instanceof List<?> measures
        ? measures.stream()
            .flatMap(measure -> inside(measure, "finding"))
            .flatMap(finding -> inside(finding, "grade"))
            .findFirst()
        : Optional.empty();
  }

  private static Stream<Map<?, ?>> inside(Object whole, String name) {
    return whole instanceof Map<?, ?> map && map.get(name) instanceof Map<?, ?> part
        ? Stream.of(part)
        : Stream.empty();
  }
}
