package fr.pli.exchange.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The machine's part of a report (RFC 3464, section 2): groups of fields separated by empty lines, the first about the
 * mail, one for each recipient after it. Bytes that are no UTF-8 are replaced, whatever charset is declared.
 */
record DeliveryStatus(Optional<String> envelopeId, List<Recipient> recipients) {

    private static final int MOST_RECIPIENTS = 50;
    private static final Pattern XTEXT = Pattern.compile("\\+([0-9A-F]{2})");

    static DeliveryStatus read(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
        var groups = new ArrayList<Map<String, String>>();
        for (String group : text.strip().split("\n[ \t]*\n+", MOST_RECIPIENTS + 2)) {
            groups.add(fields(group));
        }
        return new DeliveryStatus(
                Optional.ofNullable(groups.getFirst().get("original-envelope-id")),
                groups.stream()
                        .limit(MOST_RECIPIENTS + 1)
                        .filter(group -> group.containsKey("action"))
                        .map(Recipient::of)
                        .toList());
    }

    private static Map<String, String> fields(String group) {
        var fields = new HashMap<String, String>();
        for (String line : group.replaceAll("\n[ \t]+", " ").split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    /** The fields of one recipient that matter here, empty where they are missing. */
    record Recipient(Set<String> addresses, String action, String status, String diagnostic) {

        static Recipient of(Map<String, String> fields) {
            var addresses = new LinkedHashSet<String>();
            for (String field : List.of("original-recipient", "final-recipient")) {
                String address = untyped(fields.getOrDefault(field, ""));
                addresses.add(address);
                addresses.add(plain(address));
            }
            addresses.remove("");
            return new Recipient(
                    addresses,
                    fields.getOrDefault("action", ""),
                    fields.getOrDefault("status", ""),
                    untyped(fields.getOrDefault("diagnostic-code", "")));
        }

        /** « rfc822; a@b » without its type. */
        private static String untyped(String value) {
            return value.substring(value.indexOf(';') + 1).strip().replaceAll("^<|>$", "");
        }

        /** Without the xtext that an address travels in (RFC 3461, section 4). */
        private static String plain(String address) {
            return XTEXT.matcher(address).replaceAll(Recipient::character);
        }

        private static String character(MatchResult hexadecimal) {
            return java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(hexadecimal.group(1), 16)));
        }
    }
}
