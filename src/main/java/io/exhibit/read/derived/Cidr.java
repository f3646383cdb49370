package io.exhibit.read.derived;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of addresses in CIDR notation (RFC 4632, RFC 4291): {@code bits} is 32 or 128, {@code length} that of the prefix. */
record Cidr(BigInteger first, int bits, int length) {

    /** Only numbers, and what has a colon, so that nothing can be looked up by name. */
    private static final Pattern NOTATION = Pattern.compile(
            "((?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!/)|(?=/))){4}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

    /** The widest networks that can be private: 10.0.0.0/8 (RFC 1918) and fc00::/7 (RFC 4193). */
    private static final int WIDEST_PRIVATE = 8;

    private static final int WIDEST_UNIQUE_LOCAL = 7;

    static Optional<Cidr> of(String text) {
        Matcher matcher = NOTATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(matcher.group(1)).getAddress();
            int length = Integer.parseInt(matcher.group(2));
            return length <= address.length * 8
                    ? Optional.of(new Cidr(new BigInteger(1, address), address.length * 8, length))
                    : Optional.empty();
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Wider than any private network can be, so that the whole internet cut in two halves counts as well. */
    boolean isAnywhere() {
        return length < (bits == 32 ? WIDEST_PRIVATE : WIDEST_UNIQUE_LOCAL);
    }

    boolean contains(Cidr other) {
        return bits == other.bits
                && length <= other.length
                && first.shiftRight(bits - length).equals(other.first.shiftRight(bits - length));
    }
}
