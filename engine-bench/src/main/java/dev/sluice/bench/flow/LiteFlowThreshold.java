package dev.sluice.bench.flow;

import com.yomahub.liteflow.builder.LiteFlowNodeBuilder;
import com.yomahub.liteflow.core.NodeBooleanComponent;
import com.yomahub.liteflow.core.NodeComponent;
import com.yomahub.liteflow.core.NodeSwitchComponent;
import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import java.util.List;
import java.util.Map;

/** Threshold alert on LiteFlow. */
public class LiteFlowThreshold extends LiteFlowPeer {
  /** Makes the chain. */
  public LiteFlowThreshold() {
    super(new PlainThreshold());
    LiteFlowNodeBuilder.createCommonNode().setId("convert").setClazz(Convert.class).build();
    addNodes();
    addChain("IF(hot, THEN(convert, describe, SWITCH(severity).TO(mail, text, call)))");
  }

  /** All nodes but the one that converts. */
  static void addNodes() {
    LiteFlowNodeBuilder.createBooleanNode().setId("hot").setClazz(Hot.class).build();
    LiteFlowNodeBuilder.createCommonNode().setId("describe").setClazz(Describe.class).build();
    LiteFlowNodeBuilder.createSwitchNode().setId("severity").setClazz(Severity.class).build();
    for (String channel : List.of("mail", "text", "call")) {
      LiteFlowNodeBuilder.createCommonNode().setId(channel).setClazz(Channel.class).build();
    }
  }

  /** Whether it is too hot. */
  public static class Hot extends NodeBooleanComponent {
    @Override
    public boolean processBoolean() {
      Map<String, Object> payload = payload(this);
      return PlainThreshold.isHot(payload, PlainPayload.data(payload));
    }
  }

  /** Converts the temperature. */
  public static class Convert extends NodeComponent {
    @Override
    public void process() {
      Map<String, Object> payload = payload(this);
      double fahrenheit = PlainMaps.number(PlainPayload.data(payload), "temperature");
      PlainPayload.addWorking(payload).put("celsius", (fahrenheit - 32) * 5 / 9);
    }
  }

  /** Puts the alert together. */
  public static class Describe extends NodeComponent {
    @Override
    public void process() {
      Map<String, Object> payload = payload(this);
      double celsius = PlainMaps.number(PlainMaps.map(payload, "working"), "celsius");
      PlainThreshold.alert(payload, PlainPayload.data(payload), celsius);
    }
  }

  /** The channel that a severity asks for. */
  public static class Severity extends NodeSwitchComponent {
    @Override
    public String processSwitch() {
      return switch (PlainThreshold.severity(PlainPayload.data(payload(this)))) {
        case "low" -> "mail";
        case "medium" -> "text";
        default -> "call";
      };
    }
  }

  /** Sets the channel that it is named after. */
  public static class Channel extends NodeComponent {
    @Override
    public void process() {
      PlainMaps.map(payload(this), "alert").put("channel", getNodeId());
    }
  }
}
