package dev.sluice.server.command;

import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the payload that the user gives: JSON, or {@code @} and the name of a file with it. */
final class PayloadArgument {
  private static final long MAX_BYTES = 64L << 20;

  private PayloadArgument() {}

  static Value read(String argument) {
    boolean isFile = argument.startsWith("@");
    String text = isFile ? content(argument.substring(1)) : argument;
    try {
      return Value.parseJson(text);
    } catch (InvalidJsonException | PayloadLimitException e) {
      throw new BadUsageException(
          "The payload"
              + (isFile ? " in " + argument.substring(1) : "")
              + " is not JSON: "
              + e.getMessage());
    }
  }

  private static String content(String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > MAX_BYTES) {
        throw new BadUsageException("The payload file " + file + " has more than 64 MB");
      }
      return Files.readString(path);
    } catch (IOException | InvalidPathException e) {
      throw new BadUsageException("The payload file " + file + " cannot be read: " + e);
    }
  }
}
