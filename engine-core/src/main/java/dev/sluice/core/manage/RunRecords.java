package dev.sluice.core.manage;

import dev.sluice.api.manage.ErrorsQuery;
import dev.sluice.api.manage.FlowErrors;
import dev.sluice.api.manage.FlowLog;
import dev.sluice.api.manage.FlowStats;
import dev.sluice.api.manage.LogQuery;
import dev.sluice.api.manage.RecordScope;
import dev.sluice.api.manage.RunTotals;
import dev.sluice.api.manage.SortDirection;
import dev.sluice.api.manage.StatsQuery;
import dev.sluice.api.store.Activity;
import dev.sluice.api.store.ErrorEntry;
import dev.sluice.api.store.RunCounts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of the runs of flows, as answers have it. */
final class RunRecords {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** A log is looked for in times that grow by this, from now backwards. */
  private static final int GROWTH = 8;

  private static final int MOST_METRICS = 10_000;
  private static final int MOST_ENTRIES = 1_000;

  /** A log entry shows so many errors of its minute. */
  private static final int MOST_ERRORS = 100;

  private final Means means;

  RunRecords(Means means) {
    this.means = means;
  }

  /**
   * Which version.
   *
   * @param name its name
   * @param id its id, null for develop and for one that is gone
   */
  record Version(String name, @Nullable String id) {
    static Version of(VersionCandidate version) {
      return new Version(version.name(), version.version() == null ? null : version.version().id());
    }
  }

  /** The version that a query names; one that is gone may still be known by its name. */
  static Optional<Version> version(FlowEntry entry, @Nullable String idOrName) {
    if (idOrName == null || idOrName.isBlank()) {
      return Optional.empty();
    }
    if (idOrName.equals(FlowEntry.DEFAULT)) {
      return Optional.of(
          Version.of(new VersionCandidate(entry, entry.defaultVersion().orElse(null))));
    }
    return Optional.of(
        entry
            .version(idOrName)
            .map(version -> new Version(version.version(), version.id()))
            .orElseGet(() -> new Version(idOrName, null)));
  }

  // ---- errors

  FlowErrors errors(String flowId, Optional<Version> version, ErrorsQuery query) {
    checkLimit(query.limit());
    RecordScope scope = scope(version, query.deviceId(), query.duration(), query.end());
    List<ErrorEntry> errors =
        means
            .recorder()
            .activity()
            .errors(
                scope(flowId, version, query.deviceId()),
                scope.start(),
                until(scope),
                query.sortDirection() == SortDirection.DESCENDING,
                query.limit());
    return new FlowErrors(scope, query.limit(), query.sortDirection(), errors);
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MOST_ENTRIES) {
      throw Refusals.invalid("limit", String.valueOf(limit), "1 to " + MOST_ENTRIES);
    }
  }

  private RecordScope scope(
      Optional<Version> version, @Nullable String deviceId, Duration duration, long end) {
    if (!duration.isPositive()) {
      throw Refusals.invalid("duration", duration.toString(), "a positive time");
    }
    Instant now = means.now();
    try {
      Instant until =
          end > 0 ? Instant.ofEpochMilli(end) : now.plusMillis(end).truncatedTo(ChronoUnit.MILLIS);
      return new RecordScope(
          version.map(Version::name).orElse(null),
          version.map(Version::id).orElse(null),
          device(deviceId),
          until.minus(duration),
          until);
    } catch (DateTimeException | ArithmeticException e) {
      throw Refusals.invalid("duration and end", duration + ", " + end, "a time that exists");
    }
  }

  /** The last millisecond is part of it: what ends just now is. */
  private static Instant until(RecordScope scope) {
    return scope.end().plusMillis(1);
  }

  private static @Nullable String device(@Nullable String deviceId) {
    return deviceId == null || deviceId.isBlank() ? null : deviceId;
  }

  private static Activity.Scope scope(
      String flowId, Optional<Version> version, @Nullable String deviceId) {
    return new Activity.Scope(flowId, version.map(Version::name).orElse(null), device(deviceId));
  }

  // ---- stats

  FlowStats stats(String flowId, Optional<Version> version, StatsQuery query) {
    Duration resolution = query.resolution();
    if (resolution.compareTo(MINUTE) < 0 || !wholeMinutes(resolution)) {
      throw Refusals.invalid("resolution", resolution.toString(), "whole minutes, at least one");
    }
    RecordScope scope = scope(version, query.deviceId(), query.duration(), query.end());
    if (query.duration().dividedBy(resolution) > MOST_METRICS) {
      throw Refusals.invalid(
          "resolution", resolution.toString(), "at most " + MOST_METRICS + " times of it");
    }
    TreeMap<Long, Sum> sums = new TreeMap<>();
    long step = resolution.toSeconds();
    for (long at = floor(scope.start(), step); at < ceiling(until(scope)); at += step) {
      sums.put(at, new Sum());
    }
    for (RunCounts counts : counts(flowId, version, query.deviceId(), scope)) {
      Map.Entry<Long, Sum> entry = sums.floorEntry(counts.time().getEpochSecond());
      if (entry != null) {
        entry.getValue().add(counts);
      }
    }
    List<FlowStats.Metric> metrics = new ArrayList<>();
    sums.forEach((at, sum) -> metrics.add(sum.metric(Instant.ofEpochSecond(at))));
    return new FlowStats(scope, resolution, metrics);
  }

  private static boolean wholeMinutes(Duration resolution) {
    return resolution.equals(Duration.ofMinutes(resolution.toMinutes()));
  }

  /** The counts of the minutes that a time has a part of. */
  private List<RunCounts> counts(
      String flowId, Optional<Version> version, @Nullable String deviceId, RecordScope scope) {
    return means
        .recorder()
        .activity()
        .counts(
            scope(flowId, version, deviceId),
            Instant.ofEpochSecond(floor(scope.start(), MINUTE.toSeconds())),
            until(scope));
  }

  private static long floor(Instant time, long step) {
    return Math.floorDiv(time.getEpochSecond(), step) * step;
  }

  private static long ceiling(Instant time) {
    return time.getEpochSecond() + (time.getNano() == 0 ? 0 : 1);
  }

  /** Counts that are added up. */
  private static final class Sum {
    private long runs;
    private long errors;
    private long pathsCompleted;
    private long pathsFailed;
    private Duration wallTime = Duration.ZERO;

    void add(RunCounts counts) {
      runs += counts.runs();
      errors += counts.errors();
      pathsCompleted += counts.pathsCompleted();
      pathsFailed += counts.pathsFailed();
      wallTime = wallTime.plus(counts.wallTime());
    }

    FlowStats.Metric metric(Instant time) {
      return new FlowStats.Metric(time, runs, errors, pathsCompleted, pathsFailed, wallTime);
    }

    RunTotals.Count count() {
      return new RunTotals.Count(runs, errors);
    }

    RunCounts counts(RunCounts of) {
      return new RunCounts(
          of.flowId(),
          of.version(),
          of.versionId(),
          null,
          of.time(),
          runs,
          errors,
          pathsCompleted,
          pathsFailed,
          wallTime);
    }
  }

  /** How often a flow, or one of its versions, ran in the last 24 hours. */
  RunTotals totals(String flowId, Optional<Version> version) {
    RecordScope scope = scope(version, null, DAY, 0);
    Sum all = new Sum();
    Map<String, Sum> byVersion = new TreeMap<>();
    for (RunCounts counts : counts(flowId, version, null, scope)) {
      all.add(counts);
      byVersion.computeIfAbsent(counts.version(), name -> new Sum()).add(counts);
    }
    Map<String, RunTotals.Count> versions = new TreeMap<>();
    byVersion.forEach((name, sum) -> versions.put(name, sum.count()));
    return new RunTotals(all.runs, all.errors, versions);
  }

  // ---- log

  FlowLog log(String flowId, Optional<Version> version, LogQuery query) {
    checkLimit(query.limit());
    Instant now = means.now().plus(1, ChronoUnit.MILLIS);
    Instant oldest = now.minus(means.recorder().retention());
    Instant since =
        query.since() == null || query.since().isBefore(oldest) ? oldest : query.since();
    Activity activity = means.recorder().activity();
    Activity.Scope scope = scope(flowId, version, null);
    List<RunCounts> found = new ArrayList<>();
    Duration span = Duration.ofHours(1);
    Instant to = now;
    while (found.size() < query.limit() && since.isBefore(to)) {
      Instant from = to.minus(span).truncatedTo(ChronoUnit.MINUTES);
      if (from.isBefore(since)) {
        from = since;
      }
      found.addAll(latest(activity.counts(scope, from, to)));
      to = from;
      span = span.multipliedBy(GROWTH);
    }
    return new FlowLog(
        found.stream().limit(query.limit()).map(counts -> entry(activity, counts)).toList());
  }

  /** Counts by version and minute, the latest first. */
  private static List<RunCounts> latest(List<RunCounts> all) {
    Map<Ended, Sum> sums = new TreeMap<>();
    for (RunCounts counts : all) {
      sums.computeIfAbsent(new Ended(counts), same -> new Sum()).add(counts);
    }
    List<RunCounts> latest = new ArrayList<>();
    sums.forEach((ended, sum) -> latest.add(sum.counts(ended.counts)));
    return latest;
  }

  private static FlowLog.Entry entry(Activity activity, RunCounts counts) {
    return new FlowLog.Entry(
        counts,
        activity.errors(
            new Activity.Scope(counts.flowId(), counts.version(), null),
            counts.time(),
            counts.time().plus(MINUTE),
            false,
            MOST_ERRORS));
  }

  /**
   * The runs of one version that ended in one minute, the latest minute first.
   *
   * @param counts of some of them
   */
  private record Ended(RunCounts counts) implements Comparable<Ended> {
    private static final Comparator<Ended> ORDER =
        Comparator.comparing((Ended ended) -> ended.counts.time())
            .reversed()
            .thenComparing(ended -> ended.counts.version());

    @Override
    public int compareTo(Ended other) {
      return ORDER.compare(this, other);
    }
  }
}
