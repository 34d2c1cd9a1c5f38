package fr.pli.exchange.platform;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One thing administrators decide while the service runs (O-1): valid on all nodes at once, within bounds that no
 * administrator can pass.
 *
 * @param name stable, such as {@code message.max-days}; its words stand in the bundle under {@code policy.<name>}
 * @param standard what holds while nothing was decided, from the operator's settings
 * @param least of a number
 * @param most of a number, in bytes for a size; of characters for a text
 * @param allowed what each word, or the choice, must match
 */
public record Policy(String name, Kind kind, String standard, long least, long most, Pattern allowed) {

    private static final BigDecimal MEGA = BigDecimal.valueOf(1_000_000);
    private static final int LONGEST = 4000;

    /** What a value is. OPTIONAL may be empty: something else decides then. */
    public enum Kind {
        NUMBER,
        OPTIONAL,
        /** Kept in bytes, typed and shown in megabytes of 1,000,000 bytes. */
        SIZE,
        CHOICE,
        WORDS,
        TEXT
    }

    public static Policy number(String name, long standard, long least, long most) {
        return new Policy(name, Kind.NUMBER, Long.toString(standard), least, most, Pattern.compile("-?\\d{1,15}"));
    }

    public static Policy optional(String name, String standard, long least, long most) {
        return new Policy(name, Kind.OPTIONAL, standard, least, most, Pattern.compile("-?\\d{1,15}"));
    }

    public static Policy size(String name, long standard, long most) {
        return new Policy(
                name, Kind.SIZE, Long.toString(standard), 1, most, Pattern.compile("\\d{1,12}(?:[.,]\\d{1,6})?"));
    }

    public static Policy choice(String name, String standard, List<String> choices) {
        return new Policy(name, Kind.CHOICE, standard, 0, 0, Pattern.compile(String.join("|", choices)));
    }

    public static Policy words(String name, String standard, Pattern each) {
        return new Policy(name, Kind.WORDS, standard, 0, LONGEST, each);
    }

    public static Policy text(String name, String standard, int longest) {
        return new Policy(name, Kind.TEXT, standard, 0, longest, Pattern.compile("[^\\p{Cc}]*"));
    }

    /** What is kept for what was typed; empty when it may not be. */
    public Optional<String> read(String typed) {
        String text = typed.strip();
        return switch (kind) {
            case NUMBER -> bounded(text);
            case OPTIONAL -> text.isEmpty() ? Optional.of("") : bounded(text);
            case SIZE ->
                allowed.matcher(text).matches()
                        ? within(new BigDecimal(text.replace(',', '.'))
                                .multiply(MEGA)
                                .longValue())
                        : Optional.empty();
            case CHOICE -> allowed.matcher(text).matches() ? Optional.of(text) : Optional.empty();
            case WORDS -> words(text);
            case TEXT ->
                text.length() <= most && allowed.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        };
    }

    private Optional<String> bounded(String text) {
        return allowed.matcher(text).matches() ? within(Long.parseLong(text)) : Optional.empty();
    }

    private Optional<String> within(long number) {
        return number >= least && number <= most ? Optional.of(Long.toString(number)) : Optional.empty();
    }

    private Optional<String> words(String text) {
        var words = new TreeSet<String>();
        for (String word : text.split("[\\s,;]+")) {
            String tidy = word.toLowerCase(Locale.ROOT);
            tidy = tidy.startsWith(".") ? tidy.substring(1) : tidy;
            if (tidy.isEmpty()) {
                continue;
            }
            if (!allowed.matcher(tidy).matches()) {
                return Optional.empty();
            }
            words.add(tidy);
        }
        String kept = String.join(" ", words);
        return kept.length() <= LONGEST ? Optional.of(kept) : Optional.empty();
    }

    /** How a kept value is shown in a form. */
    public String shown(String kept) {
        return kind == Kind.SIZE && !kept.isEmpty()
                ? new BigDecimal(kept).divide(MEGA).stripTrailingZeros().toPlainString()
                : kept;
    }

    /** What can be chosen. */
    public List<String> choices() {
        return kind == Kind.CHOICE ? Arrays.asList(allowed.pattern().split("\\|")) : List.of();
    }
}
