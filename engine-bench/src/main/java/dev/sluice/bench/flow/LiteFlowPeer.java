package dev.sluice.bench.flow;

import com.yomahub.liteflow.builder.el.LiteFlowChainELBuilder;
import com.yomahub.liteflow.core.FlowExecutor;
import com.yomahub.liteflow.core.FlowExecutorHolder;
import com.yomahub.liteflow.core.NodeComponent;
import com.yomahub.liteflow.flow.LiteflowResponse;
import com.yomahub.liteflow.property.LiteflowConfig;
import java.util.Map;

/** A chain of LiteFlow, its components in Java; the payload is in a context bean. */
abstract class LiteFlowPeer extends Peer {
  private final FlowExecutor executor;
  private final String id;

  LiteFlowPeer(PlainFlow plain) {
    super(plain);
    id = plain.id();
    LiteflowConfig config = new LiteflowConfig();
    config.setPrintBanner(false);
    config.setPrintExecutionLog(false);
    executor = FlowExecutorHolder.loadInstance(config);
  }

  final void addChain(String rule) {
    LiteFlowChainELBuilder.createChain().setChainId(id).setEL(rule).build();
  }

  @Override
  final Map<String, Object> finish(Map<String, Object> payload) {
    Work work = new Work(payload);
    LiteflowResponse response = executor.execute2Resp(id, null, work);
    if (!response.isSuccess()) {
      throw new IllegalStateException(response.getCause());
    }
    return work.result();
  }

  /** What is kept of it in static fields goes with the process. */
  @Override
  final void stop() {}

  static Work work(NodeComponent component) {
    return component.getContextBean(Work.class);
  }

  static Map<String, Object> payload(NodeComponent component) {
    return work(component).payload();
  }
}
