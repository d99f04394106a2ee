package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Description;
import dev.sluice.api.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/** One of the other names that a certificate is for, as the configuration has it. */
record AlternativeName(
    @Description("What the name is.") Type type,
    @Description("The name.") StringTemplate valueTemplate) {
  /** What a name is. */
  enum Type {
    DNS(GeneralName.dNSName),
    URI(GeneralName.uniformResourceIdentifier),
    IP(GeneralName.iPAddress),
    EMAIL(GeneralName.rfc822Name);

    private final int tag;

    Type(int tag) {
      this.tag = tag;
    }
  }

  GeneralName evaluate(Payload payload) {
    String value = Setting.plain(valueTemplate, payload).strip();
    boolean fits =
        type == Type.IP
            ? IPAddress.isValid(value)
            : !value.isEmpty() && StandardCharsets.US_ASCII.newEncoder().canEncode(value);
    if (!fits) {
      throw CryptoFailure.invalid(
          "\""
              + value
              + "\" is no alternative name of type "
              + type.name().toLowerCase(Locale.ROOT));
    }
    return new GeneralName(type.tag, value);
  }
}
