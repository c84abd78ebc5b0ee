package io.haina.sheet;

import io.haina.problem.Problem.SheetFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an {@code .xlsx} file and how they point to each other. Opening it looks at names only. */
final class XlsxPackage implements AutoCloseable {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int MAXIMUM_PARTS = 10_000;

    private final ZipFile zip;
    private final BoundedStream.Budget budget;

    private XlsxPackage(ZipFile zip, BoundedStream.Budget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    static XlsxPackage open(Path file, SheetLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            // The library tells a bad directory, one that points outside of the file, and a bad name in different ways.
            throw Sheets.refused(SheetFault.DAMAGED);
        }
        XlsxPackage parts = new XlsxPackage(zip, new BoundedStream.Budget(limits.bytes()));
        try {
            parts.checkNames();
            parts.checkTypes();
            return parts;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void checkNames() {
        if (zip.size() > MAXIMUM_PARTS) {
            throw Sheets.refused(SheetFault.INFLATED);
        }
        if (zip.getEntry(CONTENT_TYPES) == null) {
            throw Sheets.refused(SheetFault.NOT_A_SHEET);
        }
        zip.stream().map(entry -> entry.getName().toLowerCase(Locale.ROOT)).forEach(XlsxPackage::checkName);
    }

    private static void checkName(String name) {
        if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/") || name.contains("/dialogsheets/")) {
            throw Sheets.refused(SheetFault.MACROS);
        }
        if (name.contains("/embeddings/") || name.contains("/activex/")) {
            throw Sheets.refused(SheetFault.EMBEDDED);
        }
    }

    /** A macro or an object may have any name, but not any type. */
    private void checkTypes() throws IOException {
        try (SheetXml xml = part(CONTENT_TYPES)) {
            while (xml.next()) {
                String type = xml.starts("Default") || xml.starts("Override") ? xml.attribute("ContentType") : null;
                String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
                if (lower.contains("macro") || lower.contains("vbaproject")) {
                    throw Sheets.refused(SheetFault.MACROS);
                }
                if (lower.contains("oleobject") || lower.contains("activex")) {
                    throw Sheets.refused(SheetFault.EMBEDDED);
                }
            }
        }
    }

    /** A part that must be there. */
    SheetXml part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            throw Sheets.refused(SheetFault.DAMAGED);
        }
        try {
            return new SheetXml(new BoundedStream(zip.getInputStream(entry), budget, entry.getCompressedSize()));
        } catch (IOException e) {
            throw Sheets.refused(SheetFault.DAMAGED);
        }
    }

    /** The names of the parts that another part, or the package itself, points to. */
    List<Relation> relations(String part) throws IOException {
        int folderEnd = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, folderEnd);
        String name = folder + "_rels/" + part.substring(folderEnd) + ".rels";
        if (zip.getEntry(name) == null) {
            return List.of();
        }
        Map<String, Relation> relations = new HashMap<>();
        try (SheetXml xml = part(name)) {
            while (xml.next()) {
                String target = xml.starts("Relationship") ? xml.attribute("Target") : null;
                if (target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    String id = xml.attribute("Id", "");
                    relations.put(id, new Relation(id, xml.attribute("Type", ""), resolve(folder, target)));
                }
            }
        }
        return List.copyOf(relations.values());
    }

    private static String resolve(String folder, String target) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        Path normal = Path.of("/", path.replace('\0', '?')).normalize();
        return normal.toString().substring(1);
    }

    /** The part that a relation of some kind names; null if there is none. */
    static @Nullable String target(List<Relation> relations, String kind) {
        return relations.stream()
                .filter(relation -> relation.type().endsWith("/" + kind))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * A pointer from one part to another.
     *
     * @param type a URI whose last word says what kind it is
     * @param target the name of the part
     */
    record Relation(String id, String type, String target) {}
}
