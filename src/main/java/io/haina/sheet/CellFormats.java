package io.haina.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which styles of an {@code .xlsx} file show a number as a date. */
final class CellFormats {

    private final List<Boolean> dates = new ArrayList<>();

    static CellFormats none() {
        return new CellFormats();
    }

    static CellFormats read(SheetXml xml) throws IOException {
        CellFormats formats = new CellFormats();
        Map<Integer, String> codes = new HashMap<>();
        boolean inCells = false;
        while (xml.next()) {
            if (xml.starts("numFmt")) {
                codes.put(xml.number("numFmtId", -1), xml.attribute("formatCode", ""));
            } else if (xml.starts("cellXfs")) {
                inCells = true;
            } else if (xml.ends("cellXfs")) {
                inCells = false;
            } else if (inCells && xml.starts("xf")) {
                int id = xml.number("numFmtId", 0);
                formats.dates.add(isDate(id, codes.getOrDefault(id, "")));
            }
        }
        return formats;
    }

    /** Whether a number format shows a date or a time: of the built-in ones by number, of a file's own by its code. */
    static boolean isDate(int id, String code) {
        return DateUtil.isInternalDateFormat(id)
                || (id >= 27 && id <= 36)
                || (id >= 50 && id <= 58)
                || (!code.isEmpty() && DateUtil.isADateFormat(-1, code));
    }

    boolean isDate(int style) {
        return style >= 0 && style < dates.size() && dates.get(style);
    }
}
