package io.haina.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR notation, or one address. An IPv4 address that came wrapped into IPv6 is the IPv4 address.
 *
 * @param address the first address of the range
 * @param prefix how many bits all addresses of the range share
 */
public record Network(InetAddress address, int prefix) {

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final int LONGEST = 64;

    /** {@code 10.0.0.0/8}, {@code 2001:db8::/32}, {@code 192.0.2.7}; empty for anything else. No name is looked up. */
    public static Optional<Network> of(String text) {
        int slash = text.indexOf('/');
        return address(slash < 0 ? text : text.substring(0, slash)).flatMap(address -> {
            int bits = Byte.SIZE * address.getAddress().length;
            if (slash < 0) {
                return Optional.of(new Network(address, bits));
            }
            String prefix = text.substring(slash + 1);
            if (!PREFIX.matcher(prefix).matches() || Integer.parseInt(prefix) > bits) {
                return Optional.empty();
            }
            return Optional.of(new Network(masked(address, Integer.parseInt(prefix)), Integer.parseInt(prefix)));
        });
    }

    /** An address as a header or a socket spells it, in brackets or not, without its zone; empty if it is none. */
    public static Optional<InetAddress> address(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = bare.indexOf('%');
        String literal = zone < 0 ? bare : bare.substring(0, zone);
        if (literal.length() > LONGEST || !looksLikeOne(literal)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Also keeps away what only old programs take for an IPv4 address, such as one number. */
    private static boolean looksLikeOne(String literal) {
        return IPV4.matcher(literal).matches() || IPV6.matcher(literal).matches();
    }

    private static InetAddress masked(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < Byte.SIZE * bytes.length; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("bytes of an address are an address", e);
        }
    }

    /** Whether an address lies in this range. */
    public boolean contains(InetAddress other) {
        return other.getAddress().length == address.getAddress().length
                && Arrays.equals(masked(other, prefix).getAddress(), address.getAddress());
    }

    @Override
    public String toString() {
        boolean single = prefix == Byte.SIZE * address.getAddress().length;
        return address.getHostAddress() + (single ? "" : "/" + prefix);
    }
}
