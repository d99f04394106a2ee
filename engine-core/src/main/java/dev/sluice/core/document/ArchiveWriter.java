package dev.sluice.core.document;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts flows into an application archive: YAML files in a folder, or a zip file of them. */
public final class ArchiveWriter {
  private static final int LONGEST_NAME = 100;

  private final YamlWriter yaml = new YamlWriter();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  /**
   * Adds a flow, or a version.
   *
   * @param name what its file is called, as far as a file can be called so
   */
  public void add(String name, FlowClass flowClass, Value document) throws IOException {
    String folder =
        flowClass == FlowClass.EXPERIENCE
            ? "experience/workflows/"
            : "workflows/" + flowClass.key() + "/";
    files.put(folder + unique(folder, fileName(name)) + ".yaml", yaml.write(document));
  }

  private static String fileName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    String shortened = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return shortened.isEmpty() || shortened.startsWith(".") ? "flow" + shortened : shortened;
  }

  private String unique(String folder, String name) {
    String candidate = name;
    for (int i = 2; !names.add(folder + candidate); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }

  /**
   * Writes the archive.
   *
   * @param target a zip file if its name ends so, else a folder; it must not be there
   * @throws FileAlreadyExistsException if it is
   */
  public void write(Path target) throws IOException {
    if (FlowDocuments.hasExtension(target.toString(), ".zip")) {
      writeZip(target);
    } else {
      writeFolder(target);
    }
  }

  private void writeFolder(Path target) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private void writeZip(Path target) throws IOException {
    try (OutputStream stream = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
