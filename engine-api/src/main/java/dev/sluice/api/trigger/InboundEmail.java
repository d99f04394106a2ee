package dev.sluice.api.trigger;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application received an email: fires triggers of the type {@code inboundEmail} of its
 * subaddress. Immutable.
 *
 * @param subaddress what follows the plus in the address it was sent to; blank for none
 * @param message the email
 * @param circumstances when and by whom; by anyone unless they say otherwise
 */
public record InboundEmail(String subaddress, Message message, Circumstances circumstances)
    implements Fact {
  /** What triggers write for an address without a subaddress. */
  private static final String DEFAULT = "default";

  /**
   * An email. What it does not have is null. Immutable.
   *
   * @param messageId its id
   * @param subject its subject
   * @param from who sent it
   * @param to to whom
   * @param cc to whom as a copy
   * @param bcc the application's own address, if it was sent there as a blind copy
   * @param html its text as HTML
   * @param text its text
   * @param senderIp the address of the sender's server
   * @param attachments what is attached to it
   */
  public record Message(
      String messageId,
      String subject,
      Address from,
      List<Address> to,
      List<Address> cc,
      List<Address> bcc,
      @Nullable String html,
      @Nullable String text,
      @Nullable String senderIp,
      List<Attachment> attachments) {
    /** Copies the lists, so that they never change. */
    public Message {
      to = List.copyOf(to);
      cc = List.copyOf(cc);
      bcc = List.copyOf(bcc);
      attachments = List.copyOf(attachments);
    }

    /**
     * A plain message.
     *
     * @param messageId its id
     * @param from who sent it
     * @param to to whom
     * @param subject its subject
     * @param text its text
     * @return a message
     */
    public static Message of(
        String messageId, Address from, Address to, String subject, String text) {
      return new Message(
          messageId, subject, from, List.of(to), List.of(), List.of(), null, text, null, List.of());
    }
  }

  /**
   * Someone's address.
   *
   * @param email the address
   * @param name the name that goes with it, or null
   */
  public record Address(String email, @Nullable String name) {
    /**
     * An address without a name.
     *
     * @param email the address
     * @return an address
     */
    public static Address of(String email) {
      return new Address(email, null);
    }

    ObjectValue toJson() {
      return new Fields().put("name", name).put("email", email).build();
    }
  }

  /**
   * A file that is attached to an email.
   *
   * @param filename its name
   * @param contentType its type
   * @param url where it can be fetched
   * @param size its size in bytes
   */
  public record Attachment(String filename, String contentType, String url, long size) {
    ObjectValue toJson() {
      return new Fields()
          .put("filename", filename)
          .put("contentType", contentType)
          .put("url", url)
          .put("size", (double) size)
          .build();
    }
  }

  /** Writes a missing subaddress as triggers do. */
  public InboundEmail {
    subaddress = subaddress.isBlank() ? DEFAULT : subaddress;
  }

  /**
   * An email to the application's address.
   *
   * @param message the email
   * @return a fact
   */
  public static InboundEmail of(Message message) {
    return new InboundEmail(DEFAULT, message, Circumstances.unknown());
  }

  /**
   * The same email to a subaddress.
   *
   * @param address what follows the plus
   * @return a fact
   */
  public InboundEmail to(String address) {
    return new InboundEmail(address, message, circumstances);
  }

  @Override
  public InboundEmail in(Circumstances other) {
    return new InboundEmail(subaddress, message, other);
  }

  @Override
  public Firing firing() {
    Fields data =
        new Fields()
            .put("subject", message.subject)
            .put("html", message.html)
            .put("text", message.text)
            .put("senderIp", message.senderIp)
            .put("from", message.from.toJson())
            .put("to", addresses(message.to))
            .put("cc", addresses(message.cc));
    if (!message.bcc.isEmpty()) {
      data.put("bcc", addresses(message.bcc));
    }
    data.put("messageId", message.messageId)
        .put(
            "attachments",
            ArrayValue.of(message.attachments.stream().map(Attachment::toJson).toList()));
    return circumstances
        .firing("inboundEmail", Relay.anyone())
        .withKey(subaddress)
        .with("triggerId", Value.of(subaddress))
        .withData(data.build());
  }

  private static ArrayValue addresses(List<Address> addresses) {
    return ArrayValue.of(addresses.stream().map(Address::toJson).toList());
  }
}
