package outturn.outcome.onepage;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.outcome.period.Dates;
import outturn.outcome.terms.Sha256;

/// The data behind a statement, how to read them again, and who stands for it.
final class Source {
  private static final int NAME = 60;

  private final Material material;

  Source(Material material) {
    this.material = material;
  }

  List<Line> data() {
    return material.kept().map(this::kept).orElseGet(this::read);
  }

  private List<Line> kept(Kept kept) {
    var told =
        "Evidence %d, of the review on %s. SHA-256: %s"
            .formatted(kept.version(), Dates.fully(kept.review()), kept.hash());
    var changed =
        "Values have been corrected since it was kept. What is told here is as known on %s."
            .formatted(Dates.fully(material.day()));
    return kept.isSame()
        ? List.of(Line.of(told), again("--kept " + kept.version()))
        : List.of(Line.of(told), new Line("Not the same", changed), again(asOf()));
  }

  private List<Line> read() {
    var known = "As known on %s. ".formatted(Dates.fully(material.day()));
    var hash = snapshot();
    return List.of(
        Line.of(
            known
                + (hash.isEmpty()
                    ? "There is no snapshot, since nothing was estimated."
                    : "SHA-256 of the snapshot: " + hash)),
        again(asOf()));
  }

  private String asOf() {
    return "--as-of " + material.outcome().asOf().truncatedTo(ChronoUnit.SECONDS);
  }

  private Line again(String option) {
    var name = material.outcome().outcome().name();
    return new Line("Read it again", "outturn outcome impact %s %s".formatted(name, option));
  }

  /// Of the one snapshot, or of the hashes of all, one a line; empty without any.
  private String snapshot() {
    var hashes =
        material.measured().stream()
            .flatMap(each -> each.finding().result().stream())
            .map(finding -> finding.provenance().hash())
            .toList();
    if (hashes.size() < 2) return String.join("", hashes);
    return Sha256.of(hashes.stream().collect(Collectors.joining("\n", "", "\n")));
  }

  List<Line> signatures() {
    return Stream.of(Signature.Capacity.values()).map(this::signature).toList();
  }

  private Line signature(Signature.Capacity capacity) {
    var signed =
        material.kept().stream()
            .flatMap(kept -> kept.signatures().stream().map(each -> signed(kept, each)))
            .filter(line -> line.label().equals(capacity.word()))
            .reduce((_, latest) -> latest);
    return signed.orElse(new Line(capacity.word(), "not signed yet"));
  }

  private static Line signed(Kept kept, Signature signature) {
    var text = "%s, %s".formatted(Cut.to(signature.who(), NAME), Dates.fully(signature.on()));
    return new Line(
        signature.capacity().word(),
        kept.isSame() ? text : text + "; signed before values were corrected");
  }
}
