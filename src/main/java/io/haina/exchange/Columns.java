package io.haina.exchange;

import io.haina.field.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of a file, found in its first rows: a title may stand above the header. */
final class Columns {

    private static final Pattern MARKS = Pattern.compile("\\(\\*\\)|（\\*）|\\*|\\s");

    private final List<Field> fields;
    private final Map<String, Field> byLabel = new HashMap<>();
    private final List<@Nullable Field> columns = new ArrayList<>();
    private List<String> header = List.of();
    private final @Nullable ColumnMapping mapping;
    private boolean titleSeen;
    private boolean outdated;

    /**
     * @param mapping null for a file of the present template
     */
    Columns(List<Field> fields, @Nullable ColumnMapping mapping) {
        this.fields = fields;
        this.mapping = mapping;
        fields.forEach(field -> byLabel.put(plain(field.label()), field));
    }

    /**
     * Takes a row of the file, by its number from 1.
     *
     * @return whether it is one of data: title and header come before
     */
    boolean isData(int number, List<String> cells) {
        if (!header.isEmpty()) {
            return true;
        }
        if (mapping != null) {
            if (number == mapping.headerRow()) {
                header = cells;
                map(mapping.fields());
            }
            return false;
        }
        if (titleSeen || isHeader(cells)) {
            header = cells;
            match();
        } else {
            titleSeen = true;
        }
        return false;
    }

    private boolean isHeader(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).allMatch(cell -> byLabel.containsKey(plain(cell)));
    }

    private void map(Map<Integer, String> wanted) {
        Map<String, Field> byName = new HashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        int last = wanted.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int i = 0; i <= last; i++) {
            String name = wanted.get(i);
            Field field = name == null ? null : byName.get(name);
            columns.add(field);
            outdated |= name != null && field == null;
        }
    }

    private void match() {
        Set<Field> seen = new HashSet<>();
        for (String cell : header) {
            Field field = byLabel.get(plain(cell));
            columns.add(field);
            boolean unknown = field == null && !cell.isBlank();
            outdated |= unknown || (field != null && !seen.add(field));
        }
        outdated |= fields.stream().anyMatch(field -> field.required() && !seen.contains(field));
    }

    /** Without the mark of a required column, and without white space. */
    static String plain(String label) {
        return MARKS.matcher(label).replaceAll("");
    }

    /** The titles of the columns; empty before they were read. */
    List<String> header() {
        return header;
    }

    /** Whether the file is not of the present template: it has a column that is none, or lacks one that is required. */
    boolean outdated() {
        return outdated;
    }

    /** The texts of a row by field name, without those that are empty. */
    Map<String, String> values(List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Field field = columns.get(i);
            String text = cells.get(i).strip();
            if (field != null && !text.isEmpty()) {
                values.put(field.name(), text);
            }
        }
        return values;
    }
}
