package dev.sluice.core.record;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts the runs of one version: found through the version, so that a run looks nothing up. In the
 * steady state counting takes no lock and makes no object.
 */
public final class Tally {
  private final String flowId;
  private final String version;
  private final @Nullable String versionId;

  /** Where runs were counted last, which is where the next one is, but once a minute. */
  private final AtomicReference<@Nullable TallyCell> current = new AtomicReference<>();

  private volatile @Nullable RunMeter meter;

  /** A tally of a version. */
  public Tally(String flowId, String version, @Nullable String versionId) {
    this.flowId = flowId;
    this.version = version;
    this.versionId = versionId;
  }

  /** The meter of the flow's runs. */
  RunMeter meter(RunMeters meters) {
    RunMeter known = meter;
    if (known == null) {
      known = meters.of(flowId);
      meter = known;
    }
    return known;
  }

  String flowId() {
    return flowId;
  }

  String version() {
    return version;
  }

  @Nullable String versionId() {
    return versionId;
  }

  /** The cell of a minute and a device; a new one is handed to the recorder. */
  TallyCell cell(long minute, @Nullable String deviceId, Recorder recorder) {
    TallyCell known = current.get();
    if (known != null && known.minute() == minute && Objects.equals(known.deviceId(), deviceId)) {
      return known;
    }
    // Runs that end at the same time may each make a cell: the store adds up what is of the same.
    TallyCell made = new TallyCell(this, minute, deviceId);
    recorder.watch(made);
    current.set(made);
    return made;
  }
}
