package dev.sluice.bench.flow;

import static java.util.stream.Collectors.joining;

import com.yomahub.liteflow.builder.LiteFlowNodeBuilder;
import com.yomahub.liteflow.core.NodeComponent;
import dev.sluice.bench.PlainPayload;
import java.util.Map;
import java.util.stream.IntStream;

/** Long chain on LiteFlow. */
public class LiteFlowChain extends LiteFlowPeer {
  /** Makes the chain. */
  public LiteFlowChain() {
    super(new PlainChain());
    LiteFlowNodeBuilder.createCommonNode().setId("step").setClazz(Step.class).build();
    addChain(
        IntStream.rangeClosed(1, PlainChain.STEPS)
            .mapToObj("step.tag(\"%d\")"::formatted)
            .collect(joining(", ", "THEN(", ")")));
  }

  /** Writes the text of the step that its tag has the number of. */
  public static class Step extends NodeComponent {
    @Override
    public void process() {
      Map<String, Object> payload = payload(this);
      String before = "step " + getTag() + " of ";
      PlainPayload.working(payload)
          .put("step", PlainPayload.text(before, PlainPayload.name(payload), ""));
    }
  }
}
