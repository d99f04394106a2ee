package dev.sluice.core.manage;

import dev.sluice.api.manage.Author;
import dev.sluice.api.manage.BrokenVersion;
import dev.sluice.api.manage.FlowOperations;
import dev.sluice.api.manage.FlowVersionOperations;
import dev.sluice.api.manage.FlowVersionsOperations;
import dev.sluice.api.manage.FlowsOperations;
import dev.sluice.api.manage.Management;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.core.record.Recorder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** The management of an engine's flows. */
public final class FlowManagement implements Management {
  private final Means means;

  private FlowManagement(Means means) {
    this.means = means;
  }

  /** The management of the flows of a register. */
  public static FlowManagement of(
      FlowRegister register,
      FlowService service,
      StorageProvider storage,
      Recorder recorder,
      InstantSource clock,
      RandomGenerator random,
      String applicationId) {
    return new FlowManagement(
        new Means(
            register,
            service,
            storage,
            recorder,
            clock,
            new NewIds(clock, random),
            applicationId,
            null));
  }

  @Override
  public Management by(Author author) {
    return new FlowManagement(means.by(author));
  }

  @Override
  public FlowsOperations flows() {
    return new AllFlows(means);
  }

  @Override
  public FlowOperations flow(String flowId) {
    return new OneFlow(means, flowId);
  }

  @Override
  public FlowVersionsOperations flowVersions(String flowId) {
    return new AllVersions(means, flowId);
  }

  @Override
  public FlowVersionOperations flowVersion(String flowId, String idOrName) {
    return new OneVersion(means, flowId, idOrName);
  }

  @Override
  public List<BrokenVersion> brokenVersions() {
    List<BrokenVersion> broken = new ArrayList<>(means.register().unreadable());
    broken.addAll(means.service().brokenVersions());
    broken.sort(Comparator.comparing(BrokenVersion::flowId).thenComparing(BrokenVersion::version));
    return List.copyOf(broken);
  }
}
