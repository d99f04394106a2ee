package dev.sluice.bench.flow;

import static java.util.stream.Collectors.joining;

import com.yomahub.liteflow.builder.LiteFlowNodeBuilder;
import com.yomahub.liteflow.core.NodeComponent;
import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import java.util.Map;
import java.util.stream.IntStream;

/** Fan-out on LiteFlow, whose branches run on its pool of threads. */
public class LiteFlowFanOut extends LiteFlowPeer {
  /** Makes the chain. */
  public LiteFlowFanOut() {
    super(new PlainFanOut());
    LiteFlowNodeBuilder.createCommonNode().setId("branch").setClazz(Branch.class).build();
    addChain(
        IntStream.rangeClosed(1, PlainFanOut.BRANCHES)
            .mapToObj("branch.tag(\"%d\")"::formatted)
            .collect(joining(", ", "WHEN(", ")")));
  }

  /** Writes to a copy of the payload; that of the last branch is the run's result. */
  public static class Branch extends NodeComponent {
    private static final String LAST = String.valueOf(PlainFanOut.BRANCHES);

    @Override
    public void process() {
      Work work = work(this);
      String tag = getTag();
      Map<String, Object> payload = PlainMaps.copy(work.payload());
      String text = PlainPayload.text("branch " + tag + " of ", PlainPayload.name(payload), "");
      PlainPayload.working(payload).put("branch", text);
      if (tag.equals(LAST)) {
        work.setResult(payload);
      }
    }
  }
}
