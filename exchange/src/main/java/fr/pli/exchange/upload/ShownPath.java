package fr.pli.exchange.upload;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes any file name a clean relative path that is only ever shown and put into archives: parts separated by
 * "/", none of them empty, "." or "..", no control or invisible directional character, at most 255 characters each.
 * Reserved names of other systems are ordinary names here.
 */
final class ShownPath {

    private static final int PART = 255;
    private static final int WHOLE = 1000;
    private static final String NAMELESS = "fichier";

    private ShownPath() {}

    static String clean(String given) {
        List<String> parts = new ArrayList<>();
        for (String part : given.split("[/\\\\]", -1)) {
            String clean = part(part);
            boolean drive = parts.isEmpty() && clean.matches("[A-Za-z]:");
            if (!clean.isEmpty() && !clean.equals(".") && !clean.equals("..") && !drive) {
                parts.add(clean);
            }
        }
        if (parts.isEmpty()) {
            return NAMELESS;
        }
        while (parts.size() > 1 && String.join("/", parts).length() > WHOLE) {
            parts.removeFirst();
        }
        return String.join("/", parts);
    }

    private static String part(String given) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(given, Normalizer.Form.NFC).codePoints().forEach(c -> append(kept, c));
        return shorten(kept.toString().strip());
    }

    private static void append(StringBuilder kept, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                // the zero-width joiner is part of ordinary words and emoji; nothing else invisible is kept
                if (c == 0x200D || c == 0x200C) {
                    kept.appendCodePoint(c);
                }
            }
            case Character.SURROGATE -> kept.append('\uFFFD');
            default -> kept.appendCodePoint(c);
        }
    }

    /** Cuts in the middle, so that the extension stays. */
    private static String shorten(String name) {
        if (name.length() <= PART) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        int end = PART - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + extension;
    }
}
