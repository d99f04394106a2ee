package dev.sluice.nodes.crypto;

import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the public key and the details of a certificate, or of each of a bundle. */
public final class CertificateReadNode implements NodeType<CertificateReadNode.Config> {
  record Config(
      @Description("How the certificate is given: as a template, at a path, or in a file.")
          TextSource.@Nullable Type crtTemplateType,
      @Description("One certificate or several, in PEM.") @Default("") String crtTemplate,
      @Description("Where to put the public key and the details.") PayloadPath resultPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("CertificateReadNode", "certificate-read")
        .label("Certificate: Read")
        .description("Reads the public key and the details of a certificate.")
        .minimumAgentVersion("2.3.0")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    TextSource source =
        TextSource.of("crtTemplate", config.crtTemplateType, config.crtTemplate, binding);
    return node -> {
      List<Pem> blocks = CertificateText.blocks(source.read(node.payload()));
      node.payload().set(config.resultPath, blocks.size() > 1 ? all(blocks, node) : one(blocks));
      return NodeAction.NEXT;
    };
  }

  private static Value one(List<Pem> blocks) {
    if (blocks.isEmpty()) {
      throw new NodeException("ValidationError", "There is no certificate in PEM form");
    }
    try {
      return describe(blocks.getFirst());
    } catch (CryptoFailure failure) {
      throw failure.asNodeException();
    }
  }

  private static Value all(List<Pem> blocks, NodeContext node) {
    ArrayValue.Builder results = ArrayValue.builder();
    for (Pem block : blocks) {
      node.checkpoint();
      try {
        results.add(describe(block));
      } catch (CryptoFailure failure) {
        results.add(CryptoFailure.invalid("Invalid certificate in bundle.").asError());
      }
    }
    return results.build();
  }

  private static ObjectValue describe(Pem block) {
    return CertificateText.describe(CertificateText.certificate(block));
  }
}
