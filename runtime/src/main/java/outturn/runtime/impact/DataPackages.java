package outturn.runtime.impact;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.outcome.datapackage.Manifest;
import outturn.outcome.datapackage.ObservationTable;
import outturn.outcome.datapackage.PackageFiles;
import outturn.outcome.datapackage.PackagePaths;
import outturn.outcome.datapackage.StudyRecord;
import outturn.outcome.onepage.PlainText;
import outturn.outcome.register.LockedPlan;
import outturn.outcome.terms.AgreedTerms;
import outturn.runtime.measure.ObservationRows;
import outturn.store.json.Json;
import outturn.store.measure.Observations;
import outturn.store.outcome.KeptEvidence;
import outturn.store.outcome.Signature;

/// The data packages of the outcomes in force.
///
/// One is of evidence that was kept, read from what was known when it was kept, so that it is the
/// same whenever it is made; before any review, of what can be read now.
public final class DataPackages {
  private final Impacts impacts;
  private final StudyData data;
  private final Observations observations;
  private final Signing signing;
  private final OnePages pages;
  private final InstantSource clock;

  public DataPackages(
      Impacts impacts,
      StudyData data,
      Observations observations,
      Signing signing,
      OnePages pages,
      InstantSource clock) {
    this.impacts = impacts;
    this.data = data;
    this.observations = observations;
    this.signing = signing;
    this.pages = pages;
    this.clock = clock;
  }

  /// What came of a wish for a package.
  public sealed interface Packed {
    record Done(PackageFiles files) implements Packed {}

    record NoSuchOutcome() implements Packed {}

    /// @param kept how many versions there are
    record NoSuchEvidence(int kept) implements Packed {}
  }

  /// @param version of the evidence that was kept; empty for the newest
  /// @param outturn the version of the server
  public Packed pack(String name, Optional<Integer> version, String outturn) {
    var history = signing.history(name);
    var kept =
        history.stream()
            .filter(each -> version.isEmpty() || version.get() == each.evidence().version())
            .findFirst();
    if (kept.isEmpty() && version.isPresent() && impacts.find(name).isPresent()) {
      return new Packed.NoSuchEvidence(history.size());
    }
    var asOf = kept.map(each -> each.evidence().at()).orElseGet(clock::instant);
    var day =
        kept.map(each -> each.evidence().review())
            .orElseGet(() -> LocalDate.ofInstant(asOf, ZoneOffset.UTC));
    return impacts
        .find(name, asOf, day)
        .<Packed>map(read -> new Packed.Done(files(read, kept, outturn)))
        .orElseGet(Packed.NoSuchOutcome::new);
  }

  private PackageFiles files(Impacts.Read read, Optional<Signing.Kept> kept, String outturn) {
    var outcome = read.outcome().value();
    var texts = new HashMap<String, String>();
    var study =
        StudyRecord.of(
            outcome,
            read.registration(),
            read.day(),
            Impacts.SEED,
            position -> data.beside(outcome, position));
    texts.put(PackagePaths.README, readme(read.outcome().name(), outturn));
    texts.put(PackagePaths.STUDY, Json.encode(study.tree()));
    texts.put(PackagePaths.FINDING, Json.encode(read.json()));
    texts.putAll(tables(study, outcome.asOf()));
    texts.putAll(terms(read));
    pages
        .find(read.outcome().name(), outcome.asOf())
        .ifPresent(page -> texts.put(PackagePaths.STATEMENT, PlainText.of(page)));
    kept.ifPresent(each -> texts.putAll(evidence(each)));
    var manifest =
        Manifest.of(
            outturn,
            read.outcome().name(),
            kept.map(each -> of(each.evidence())),
            new PackageFiles(texts));
    texts.put(Manifest.PATH, Json.encode(manifest.tree()));
    return new PackageFiles(texts);
  }

  private Map<String, String> tables(StudyRecord study, Instant asOf) {
    var tables = new HashMap<String, String>();
    for (var measure : study.measures()) {
      var rows = ObservationRows.of(observations.revisions(measure.name(), asOf));
      tables.put(
          PackagePaths.observations(measure.name()), ObservationTable.write(measure, rows, asOf));
    }
    return tables;
  }

  private static Map<String, String> terms(Impacts.Read read) {
    var terms = new HashMap<String, String>();
    terms.put(PackagePaths.AGREED, AgreedTerms.of(read.outcome().value()).text());
    terms.put(PackagePaths.PLAN, read.registration().now().text());
    read.registration()
        .standing()
        .map(LockedPlan::terms)
        .ifPresent(locked -> terms.put(PackagePaths.LOCKED, locked.text()));
    return terms;
  }

  private static Manifest.Kept of(KeptEvidence evidence) {
    return new Manifest.Kept(evidence.version(), evidence.hash());
  }

  private static Map<String, String> evidence(Signing.Kept kept) {
    return Map.of(
        PackagePaths.EVIDENCE,
        kept.evidence().found().body(),
        PackagePaths.SIGNATURES,
        Json.encode(
            Map.of("signatures", kept.signatures().stream().map(DataPackages::line).toList())));
  }

  private static Map<String, String> line(Signature signature) {
    var line = new TreeMap<String, String>();
    line.put("as", signature.capacity().word());
    line.put("who", signature.who());
    line.put("at", signature.at().toString());
    line.put("comment", signature.comment());
    line.put("hash", signature.evidence());
    return line;
  }

  private static String readme(String outcome, String version) {
    return """
    The data package of outcome %s, made by Outturn %s.

    study.json       all that the analysis reads but the observations: the outcome with
                     its levers, its analysis plan, its measures and changes, the frozen
                     baselines, the day, the seed
    observations/    every measure that is read, as CSV: each revision a row, with
                     whether it counts, and why it does not
    finding.json     what was found: estimate, interval, placebo tests, sensitivity,
                     grade, sentences
    statement.txt    the impact statement
    terms/           what was agreed, and the analysis plan as it is and as it was locked
    evidence/        what was kept on the review date, and who has signed it
    manifest.json    the SHA-256 of each of these files

    Do the analysis again, without a server:

        outturn evidence package FILE.zip
    """
        .formatted(outcome, version);
  }
}
