package dev.sluice.bench.flow;

import com.yomahub.liteflow.builder.LiteFlowNodeBuilder;

/** Threshold alert on LiteFlow, its math in a script node. */
public class LiteFlowWithJs extends LiteFlowPeer {
  private static final String SCRIPT =
      """
      const payload = work.payload();
      const celsius = (payload.get('data').get('temperature') - 32) * 5 / 9;
      work.setCelsius(celsius);
      """;

  /** Makes the chain. */
  public LiteFlowWithJs() {
    super(new PlainWithJs());
    LiteFlowNodeBuilder.createScriptNode()
        .setId("convertWithJs")
        .setLanguage("js")
        .setScript(SCRIPT)
        .build();
    LiteFlowThreshold.addNodes();
    addChain("IF(hot, THEN(convertWithJs, describe, SWITCH(severity).TO(mail, text, call)))");
  }
}
