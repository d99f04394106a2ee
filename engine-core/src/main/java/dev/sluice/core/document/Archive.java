package dev.sluice.core.document;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the flows of an application archive: every file below a folder called workflows. */
final class Archive {
  private static final int MAX_FILES = 10_000;

  /** A zip file may unpack to more than the host has; this is more than any archive has. */
  private static final long MAX_BYTES = 256L << 20;

  private final FlowDocuments documents;
  private final List<Flow> flows = new ArrayList<>();
  private final List<FlowVersion> versions = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int files;
  private long bytes;

  Archive(FlowDocuments documents) {
    this.documents = documents;
  }

  FlowDocument read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      readFolder(path);
    } else {
      readZip(path);
    }
    if (files == 0) {
      return FlowDocument.unreadable(
          path.toString(),
          "There is no flow in the archive.",
          "YAML or JSON files below a folder called workflows");
    }
    return new FlowDocument(flows, versions, problems);
  }

  private void readFolder(Path root) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile).sorted()::iterator) {
        String name = root.relativize(file).toString();
        if (isFlowFile(name)) {
          try (InputStream stream = Files.newInputStream(file)) {
            add(name, file.toString(), stream);
          }
        }
      }
    }
  }

  private void readZip(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && isFlowFile(entry.getName())) {
          try (InputStream stream = zip.getInputStream(entry)) {
            add(entry.getName(), path + "!" + entry.getName(), stream);
          }
        }
      }
    }
  }

  private static boolean isFlowFile(String name) {
    return (FlowDocuments.isYaml(name) || FlowDocuments.hasExtension(name, ".json"))
        && Folder.of(name).isPresent();
  }

  private void add(String name, String file, InputStream stream) throws IOException {
    byte[] content =
        stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MAX_BYTES - bytes + 1));
    bytes += content.length;
    files++;
    if (bytes > MAX_BYTES || files > MAX_FILES) {
      throw new IOException(
          "the archive has more than " + MAX_BYTES + " bytes or " + MAX_FILES + " files");
    }
    Optional<Folder> folder = Folder.of(name);
    FlowDocument document =
        documents.read(
            file, new String(content, StandardCharsets.UTF_8), folder.orElseGet(Folder::unknown));
    flows.addAll(document.flows());
    versions.addAll(document.versions());
    problems.addAll(document.problems());
  }
}
