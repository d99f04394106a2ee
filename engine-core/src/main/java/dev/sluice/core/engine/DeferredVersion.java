package dev.sluice.core.engine;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.ServedTrigger;
import dev.sluice.core.graph.ServedVersion;
import dev.sluice.core.manage.VersionFacts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A version of the store: read and compiled when it is first needed. */
final class DeferredVersion implements ServedVersion {
  private final VersionFacts facts;
  private final DeferredGraphs graphs;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable CompiledFlow graph;
  private volatile @Nullable InvalidFlowException failure;

  DeferredVersion(VersionFacts facts, DeferredGraphs graphs) {
    this.facts = facts;
    this.graphs = graphs;
  }

  VersionFacts facts() {
    return facts;
  }

  /** What is wrong with it, if that was found out. */
  Optional<InvalidFlowException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public CompiledFlow graph() {
    CompiledFlow known = graph;
    return known != null ? known : graphs.make(this);
  }

  /** Its graph, once it is the turn of this thread to make it. */
  CompiledFlow makeAlone() {
    lock.lock();
    try {
      CompiledFlow known = graph;
      return known != null ? known : makeNow();
    } finally {
      lock.unlock();
    }
  }

  CompiledFlow makeNow() {
    InvalidFlowException known = failure;
    if (known != null) {
      throw known;
    }
    try {
      CompiledFlow made = graphs.compile(facts);
      graph = made;
      return made;
    } catch (InvalidFlowException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public String flowId() {
    return facts.flowId();
  }

  @Override
  public String name() {
    return facts.name();
  }

  @Override
  public String version() {
    return facts.version();
  }

  @Override
  public @Nullable String versionId() {
    return facts.versionId();
  }

  @Override
  public FlowClass flowClass() {
    return facts.flowClass();
  }

  @Override
  public boolean enabled() {
    return facts.enabled();
  }

  @Override
  public List<? extends ServedTrigger> triggers() {
    return facts.triggers();
  }

  @Override
  public String toString() {
    return name() + " (" + flowId() + ", " + version() + ")";
  }
}
