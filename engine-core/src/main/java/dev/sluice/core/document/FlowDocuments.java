package dev.sluice.core.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads flows from files: JSON exports of a flow, a version or a custom node, bundles of several,
 * the YAML files of an application archive, and such an archive as a folder or a zip file. Nothing
 * about a file makes reading throw: what is wrong with it is among the document's problems. Safe
 * for many threads.
 */
public final class FlowDocuments {
  private static final int MAX_BYTES = 256 << 20;

  private final YamlReader yaml = new YamlReader(MAX_BYTES);

  /** Reads a file or a folder. */
  public FlowDocument read(Path path) {
    String file = path.toString();
    try {
      if (Files.isDirectory(path) || hasExtension(file, ".zip")) {
        return new Archive(this).read(path);
      }
      if (Files.size(path) > MAX_BYTES) {
        return FlowDocument.unreadable(
            file, "The file is too large.", "at most " + MAX_BYTES + " bytes");
      }
      return read(file, Files.readString(path), Folder.unknown());
    } catch (UncheckedIOException e) {
      return FlowDocument.unreadable(file, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      return FlowDocument.unreadable(file, e);
    }
  }

  /** Reads the text of a file that lies in a folder of an archive, or anywhere. */
  FlowDocument read(String file, String text, Folder folder) {
    try {
      return new Contents(file, folder).read(parse(file, withoutByteOrderMark(text)));
    } catch (InvalidJsonException | PayloadLimitException e) {
      return FlowDocument.unreadable(file, "The file is not JSON: " + e.getMessage(), "JSON");
    } catch (JsonProcessingException e) {
      return FlowDocument.unreadable(
          file, "The file is not YAML: " + e.getOriginalMessage(), "YAML");
    } catch (IOException e) {
      return FlowDocument.unreadable(file, e);
    } catch (IllegalArgumentException e) {
      return FlowDocument.unreadable(file, "The file cannot be read: " + e.getMessage(), "YAML");
    }
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private Value parse(String file, String text) throws IOException {
    return isYaml(file) ? yaml.read(text) : Value.parseJson(text);
  }

  static boolean isYaml(String file) {
    return hasExtension(file, ".yaml") || hasExtension(file, ".yml");
  }

  static boolean hasExtension(String file, String extension) {
    return file.toLowerCase(Locale.ROOT).endsWith(extension);
  }
}
