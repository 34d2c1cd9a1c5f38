package fr.pli.exchange.receipt.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes that was asked for (RFC 9110, section 14). Several at once, and what cannot be read, are answered
 * with the whole, as the RFC allows.
 *
 * @param from inclusive
 * @param to exclusive; not above {@code from} when nothing of it exists
 */
record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    static Optional<ByteRange> read(@Nullable String header, long length) {
        Matcher asked = header == null ? null : ONE.matcher(header.strip());
        if (asked == null || !asked.matches()) {
            return Optional.empty();
        }
        String first = asked.group(1);
        String last = asked.group(2);
        if (first.isEmpty()) {
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ByteRange(Math.max(0, length - Long.parseLong(last)), length));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1);
        return !last.isEmpty() && to <= from && from < length ? Optional.empty() : Optional.of(new ByteRange(from, to));
    }

    boolean satisfiable() {
        return from < to;
    }
}
