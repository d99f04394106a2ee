package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/** Signs a text with a private key. */
public final class CryptoSignNode implements NodeType<CryptoSignNode.Config> {
  record Config(
      @Description("The service credential that has the key.") @Default("")
          StringTemplate credentialNameTemplate,
      @Description("How the key is given: as a template, at a path, or in a file.")
          TextSource.@Nullable Type keyTemplateType,
      @Description("The private key in PEM.") @Default("") String keyTemplate,
      @Description("What to sign.") StringTemplate dataTemplate,
      @Description("How the data is written, such as utf8, hex or base64.") @Default("utf8")
          StringTemplate dataEncodingTemplate,
      @Description("The hash: MD5, SHA1, SHA256 or SHA384.") @Default("SHA256")
          StringTemplate algorithmTemplate,
      @Description("Of an RSA key: RSA_PKCS1_PADDING or RSA_PKCS1_PSS_PADDING.")
          @Default("RSA_PKCS1_PADDING")
          StringTemplate paddingTemplate,
      @Description("Of an EC or DSA key: der or ieee-p1363.") @Default("der")
          StringTemplate dsaEncodingTemplate,
      @Description("How the signature is written, such as base64, hex or latin1.")
          @Default("base64")
          StringTemplate signatureEncodingTemplate,
      @Description("Where to put the signature, or what went wrong.") PayloadPath resultPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("CryptoSignNode", "crypto-sign")
        .label("Crypto: Sign")
        .description("Signs a text with a private key.")
        .minimumAgentVersion("2.3.0")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    SignatureOptions options =
        SignatureOptions.of(
            config.algorithmTemplate,
            config.paddingTemplate,
            config.dsaEncodingTemplate,
            config.dataEncodingTemplate,
            config.signatureEncodingTemplate);
    if (Credential.isNamed(config.credentialNameTemplate)) {
      return Credential.missing(config.credentialNameTemplate);
    }
    TextSource source =
        TextSource.of("keyTemplate", config.keyTemplateType, config.keyTemplate, binding);
    return node -> {
      Payload payload = node.payload();
      ObjectValue result;
      try {
        Key key = Keys.privateKey(source.read(payload));
        byte[] data =
            options.dataEncoding().in(payload).decode(config.dataTemplate.render(payload));
        byte[] signature = options.scheme(payload).sign(key, data, node.random());
        result =
            ObjectValue.of(
                "signature", Value.of(options.signatureEncoding().in(payload).encode(signature)));
      } catch (CryptoFailure failure) {
        result = failure.asError();
      }
      payload.set(config.resultPath, result);
      return NodeAction.NEXT;
    };
  }
}
