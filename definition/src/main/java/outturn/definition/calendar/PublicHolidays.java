package outturn.definition.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The public and bank holidays of a country or region, on the days on which they are observed: for
/// a holiday with a substitute day that day alone. The data are those of Jollyday, with
/// [Corrections]. Nothing of it is loaded before the first use.
final class PublicHolidays {
  /// The data have no bounds of their own. They tell the exceptions of past years well from 2000
  /// on, and rules that are known today are trusted for ten years after the release of the data.
  static final KnownYears YEARS = new KnownYears(2000, 2035);

  // A project is read many times; its holidays are worked out once. By country and region.
  private static final Map<List<String>, PublicHolidays> SHARED = new ConcurrentHashMap<>();
  private static final Map<String, Map<String, Region>> REGIONS = new ConcurrentHashMap<>();

  private final String country;
  private final List<String> region;
  private final HolidayManager manager;
  private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

  private PublicHolidays(String country, List<String> region) {
    this.country = country;
    this.region = List.copyOf(region);
    this.manager = manager(country);
  }

  /// @param country one of [#countries]
  static PublicHolidays of(String country) {
    return shared(country, List.of());
  }

  /// @param country one of [#countries]
  /// @param region one of [#regions], without the country
  static PublicHolidays of(String country, Region region) {
    return shared(country, region.path());
  }

  private static PublicHolidays shared(String country, List<String> region) {
    var names = new ArrayList<>(region);
    names.addFirst(country);
    return SHARED.computeIfAbsent(List.copyOf(names), any -> new PublicHolidays(country, region));
  }

  /// A part of a country.
  ///
  /// @param code `ENG`, `BY`; of a part of a part `BY-AG`
  /// @param name in English
  /// @param path the codes as the data write them, from the country downwards
  record Region(String code, String name, List<String> path) {}

  /// The codes of ISO 3166, and some markets: `TARGET`.
  static List<String> countries() {
    return List.copyOf(new TreeSet<>(HolidayManager.getSupportedCalendarCodes()));
  }

  /// All regions of a country, by code.
  static Map<String, Region> regions(String country) {
    return REGIONS.computeIfAbsent(country, PublicHolidays::findRegions);
  }

  private static Map<String, Region> findRegions(String country) {
    var regions = new TreeMap<String, Region>();
    addRegions(manager(country).getCalendarHierarchy(), List.of(), regions);
    return Collections.unmodifiableMap(regions);
  }

  private static void addRegions(
      CalendarHierarchy above, List<String> pathAbove, Map<String, Region> regions) {
    above
        .getChildren()
        .forEach((code, below) -> {
          var path = new ArrayList<>(pathAbove);
          path.add(code);
          var written = String.join("-", path).toUpperCase(Locale.ROOT);
          regions.put(written, new Region(written, below.getDescription(Locale.ROOT), path));
          addRegions(below, path, regions);
        });
  }

  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
  }

  /// The name of the holiday that is observed on a date.
  Optional<String> name(LocalDate date) {
    return Optional.ofNullable(years.computeIfAbsent(date.getYear(), this::observedIn).get(date));
  }

  /// A holiday of the neighbouring year may be observed in this one: a New Year's Day that is a
  /// Saturday, on the Friday before.
  private Map<LocalDate, String> observedIn(int year) {
    var observed = new TreeMap<LocalDate, String>();
    for (var of = year - 1; of <= year + 1; of++) {
      for (var holiday : holidays(of)) {
        if (holiday.getType() == HolidayType.OBSERVANCE) continue;
        if (holiday.getDate().getYear() != year) continue;
        // Of two on one day, the same one each time.
        observed.merge(
            holiday.getDate(),
            told(holiday),
            (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
    Corrections.apply(country, region, year, observed);
    return Collections.unmodifiableMap(observed);
  }

  private Iterable<Holiday> holidays(int year) {
    // The manager is one for all calendars of the country, and promises nothing about threads.
    synchronized (manager) {
      return manager.getHolidays(Year.of(year), region.toArray(String[]::new));
    }
  }

  private static String told(Holiday holiday) {
    var name = holiday.getDescription(Locale.ROOT);
    return name.equals("undefined") ? "public holiday" : name;
  }
}
