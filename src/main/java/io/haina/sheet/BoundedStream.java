package io.haina.sheet;

import io.haina.problem.Problem.SheetFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The unpacked content of one part of a zip file. It ends with a refusal where it is more than allowed, many times more than
 * the part takes in the file, or where the parser swallows a lot without coming to anything.
 */
final class BoundedStream extends FilterInputStream {

    /** Below this size nobody asks how well a part was packed. */
    private static final long UNSUSPECTED = 16L << 20;

    /** A sheet of equal rows is packed a hundred times smaller; what does nothing but unpack, a thousand times. */
    private static final long MAXIMUM_RATIO = 300;

    /** Unpacked bytes between two pieces of what is read. */
    private static final long MAXIMUM_STRIDE = 8L << 20;

    private final Budget budget;
    private final long packed;
    private long read;
    private long reached;

    BoundedStream(InputStream content, Budget budget, long packed) {
        super(content);
        this.budget = budget;
        this.packed = Math.max(1, packed);
    }

    /** The parser got something out of what it read so far. */
    void progress() {
        reached = read;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        budget.spend(bytes);
        boolean bomb = read > UNSUSPECTED && read / packed > MAXIMUM_RATIO;
        if (bomb || read - reached > MAXIMUM_STRIDE) {
            throw Sheets.refused(SheetFault.INFLATED);
        }
    }

    /** What all parts of a file may unpack to, together. */
    static final class Budget {

        private long left;

        Budget(long bytes) {
            this.left = bytes;
        }

        private void spend(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw Sheets.refused(SheetFault.INFLATED);
            }
        }
    }
}
