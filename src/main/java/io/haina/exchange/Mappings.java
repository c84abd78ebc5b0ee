package io.haina.exchange;

import io.haina.exchange.ImportPreview.Column;
import io.haina.field.Field;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Problem.SheetFault;
import io.haina.problem.Refused;
import io.haina.sheet.SheetLimits;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes of what somebody says about the columns of a file what an import goes by. */
final class Mappings {

    private static final String MAPPING = "mapping";

    private Mappings() {}

    /**
     * A mapping in which nothing is left to be found out.
     *
     * @throws Refused if the file has no header, or the mapping names what is no column or no field, names a field twice, or
     *     lacks a required one
     */
    static ColumnMapping complete(Path file, List<Field> fields, ColumnMapping wish, SheetLimits limits) {
        Map<String, Field> byName = fields.stream().collect(Collectors.toMap(Field::name, field -> field));
        Set<String> told = new HashSet<>();
        wish.fields().forEach((column, name) -> {
            if (column < 0 || column >= limits.columns()) {
                throw new Refused(new Problem.Invalid(MAPPING, Rule.OUT_OF_RANGE, column));
            }
            if (!byName.containsKey(name) || !told.add(name)) {
                throw new Refused(new Problem.Invalid(MAPPING, Rule.NOT_A_CHOICE, name));
            }
        });
        ImportPreview preview = Previewing.headerOf(file, fields, wish.headerRow(), limits);
        if (preview.headerRow() == 0) {
            throw new Refused(new Problem.SheetRefused(SheetFault.NO_HEADER, null));
        }
        Map<Integer, String> columns = wish.fields().isEmpty() ? told(preview) : wish.fields();
        for (Field field : fields) {
            if (field.required() && !columns.containsValue(field.name())) {
                throw new Refused(new Problem.Invalid(MAPPING, Rule.REQUIRED, field.name()));
            }
        }
        return new ColumnMapping(preview.headerRow(), columns);
    }

    private static Map<Integer, String> told(ImportPreview preview) {
        Map<Integer, String> columns = new HashMap<>();
        for (Column column : preview.columns()) {
            if (column.field() != null) {
                columns.put(column.index(), column.field());
            }
        }
        return new TreeMap<>(columns);
    }
}
