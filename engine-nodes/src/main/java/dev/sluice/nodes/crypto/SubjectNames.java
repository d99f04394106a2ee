package dev.sluice.nodes.crypto;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Puts parts of a certificate's subject in the place of others. */
final class SubjectNames {
  private SubjectNames() {}

  /**
   * A name with some of its parts replaced where they stand, and those that it did not have added
   * in the order given.
   */
  static X500Name override(X500Name name, Map<ASN1ObjectIdentifier, String> parts) {
    Map<ASN1ObjectIdentifier, String> remaining = new LinkedHashMap<>(parts);
    X500NameBuilder builder = new X500NameBuilder();
    for (RDN part : name.getRDNs()) {
      ASN1ObjectIdentifier type = part.getFirst().getType();
      String text = remaining.remove(type);
      if (text != null) {
        builder.addRDN(type, value(type, text));
      } else if (!parts.containsKey(type)) {
        builder.addMultiValuedRDN(part.getTypesAndValues());
      }
    }
    remaining.forEach((type, text) -> builder.addRDN(type, value(type, text)));
    return builder.build();
  }

  /** The kind of text that RFC 5280 wants for a part. */
  private static ASN1Encodable value(ASN1ObjectIdentifier type, String text) {
    if (type.equals(BCStyle.C)) {
      return new DERPrintableString(text, true);
    } else if (type.equals(BCStyle.EmailAddress)) {
      return new DERIA5String(text, true);
    }
    return new DERUTF8String(text);
  }
}
