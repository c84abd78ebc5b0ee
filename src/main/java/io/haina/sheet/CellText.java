package io.haina.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/** A cell's value as a person sees it. */
final class CellText {

    /** Digits that a spreadsheet keeps of a number: the rest is noise of its binary form. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    /** What neither a database nor UTF-8 has: NUL, and half a surrogate pair. */
    private static final Pattern NOWHERE = Pattern.compile("[\\x00\\p{Cs}]");

    /** The control character that stands where one cannot be, and like every other is in no value. */
    private static final String SUBSTITUTE = "\u001A";

    private static final int LONGEST_NUMBER = 400;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private CellText() {}

    /** A text that can be kept and shown as it came, even where it is refused. */
    static String storable(String text) {
        return NOWHERE.matcher(text).replaceAll(SUBSTITUTE);
    }

    /** A number written as text: without exponent, and without a fraction that is none. What is no number stays as it is. */
    static String number(String raw) {
        String text = raw.strip();
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return text;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            // A double never has more places; and a made-up exponent would print as a gigabyte of zeros.
            if (Math.abs((long) value.scale()) > LONGEST_NUMBER || value.precision() > LONGEST_NUMBER) {
                return text;
            }
            return plain(value.round(DIGITS));
        } catch (NumberFormatException | ArithmeticException e) {
            return text;
        }
    }

    static String number(double value) {
        return Double.isFinite(value) ? plain(new BigDecimal(value).round(DIGITS)) : "";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A date written as text: {@code yyyy-MM-dd}, with the time behind it where there is one. */
    static String date(double days, boolean since1904) {
        if (!DateUtil.isValidExcelDate(days)) {
            return number(days);
        }
        if (days < 1) {
            return TIME.format(LocalTime.ofSecondOfDay(Math.min(86_399, Math.round(days * 86_400))));
        }
        LocalDateTime time = DateUtil.getLocalDateTime(days, since1904, true);
        if (time == null || time.getYear() > 9999) {
            return number(days);
        }
        LocalDateTime rounded = time.truncatedTo(ChronoUnit.SECONDS);
        return (rounded.toLocalTime().equals(LocalTime.MIDNIGHT) ? DATE : DATE_TIME).format(rounded);
    }

    /** A date of a cell that keeps it in ISO form. */
    static String isoDate(String raw) {
        String text = raw.strip().replace('T', ' ');
        return text.endsWith(" 00:00:00") ? text.substring(0, 10) : text;
    }

    static String flag(boolean value) {
        return value ? "TRUE" : "FALSE";
    }
}
