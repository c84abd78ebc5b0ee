package io.haina.demo;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Rows in PostgreSQL's binary COPY format: nothing to escape, and the server has nothing to parse. */
final class CopyRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final long SECONDS_TO_2000 = 946_684_800;
    private static final int DAYS_TO_2000 = 10_957;
    private static final int INT4 = 23;

    private byte[] bytes = Arrays.copyOf(HEADER, 1 << 16);
    private int size = HEADER.length;

    CopyRows row(int columns) {
        return put(columns, 2);
    }

    CopyRows nothing() {
        return put(-1, 4);
    }

    CopyRows number(long value) {
        return put(8, 4).put(value, 8);
    }

    CopyRows number(@Nullable Long value) {
        return value == null ? nothing() : number(value.longValue());
    }

    CopyRows integer(@Nullable Integer value) {
        return value == null ? nothing() : put(4, 4).put(value, 4);
    }

    CopyRows flag(boolean value) {
        return put(1, 4).put(value ? 1 : 0, 1);
    }

    /** A date, in days since 1970. */
    CopyRows date(int day) {
        return put(4, 4).put(day - DAYS_TO_2000, 4);
    }

    /** An instant, in seconds since 1970. */
    CopyRows instant(long second) {
        return number((second - SECONDS_TO_2000) * 1_000_000);
    }

    CopyRows uuid(UUID value) {
        return put(16, 4).put(value.getMostSignificantBits(), 8).put(value.getLeastSignificantBits(), 8);
    }

    CopyRows text(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        put(text.length, 4);
        room(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        return this;
    }

    CopyRows integers(int[] values) {
        if (values.length == 0) {
            return put(12, 4).put(0, 4).put(0, 4).put(INT4, 4);
        }
        put(20 + 8 * values.length, 4)
                .put(1, 4)
                .put(0, 4)
                .put(INT4, 4)
                .put(values.length, 4)
                .put(1, 4);
        for (int value : values) {
            put(4, 4).put(value, 4);
        }
        return this;
    }

    /** Whole units of a numeric, from 0 to 99,999,999. */
    CopyRows numeric(int units) {
        int high = units / 10_000;
        int digits = high > 0 ? 2 : 1;
        put(8 + 2 * digits, 4).put(digits, 2).put(digits - 1, 2).put(0, 2).put(0, 2);
        return high > 0 ? put(high, 2).put(units % 10_000, 2) : put(units, 2);
    }

    CopyRows jsonb(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        put(text.length + 1, 4).put(1, 1);
        room(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        return this;
    }

    private CopyRows put(long value, int width) {
        room(width);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    /** Sends the rows, if there are any. */
    void send(CopyManager manager, String table, String columns) throws SQLException {
        if (size == HEADER.length) {
            return;
        }
        CopyIn copy = manager.copyIn("copy " + table + " (" + columns + ") from stdin (format binary)");
        try {
            copy.writeToCopy(bytes, 0, size);
            copy.writeToCopy(new byte[] {-1, -1}, 0, 2);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
