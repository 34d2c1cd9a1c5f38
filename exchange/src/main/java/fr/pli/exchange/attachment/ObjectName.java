package fr.pli.exchange.attachment;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an object: the file, the epoch of the request that wrote it (two requests never write the same object) and
 * where in the clear text it begins. Nothing a person typed is in it.
 */
record ObjectName(UUID file, long epoch, long offset) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(\\d{1,18})_(\\d{1,18})");

    static Optional<ObjectName> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ObjectName(
                        UUID.fromString(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    static ObjectName of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an object's name: " + text));
    }

    /** Two hexadecimal digits from the random end of the file's id: spreads files evenly over 256 folders. */
    String folder() {
        String id = file.toString();
        return id.substring(id.length() - 2);
    }

    @Override
    public String toString() {
        return file + "_" + epoch + "_" + offset;
    }
}
