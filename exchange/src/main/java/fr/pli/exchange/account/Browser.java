package fr.pli.exchange.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The family of a browser, so that a person recognises their own sessions; a courtesy, never a proof. */
final class Browser {

    /** In this order: nearly all call themselves Safari, many Chrome. */
    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("Edg/", "Edge");
        FAMILIES.put("OPR/", "Opera");
        FAMILIES.put("Firefox/", "Firefox");
        FAMILIES.put("Chromium/", "Chromium");
        FAMILIES.put("Chrome/", "Chrome");
        FAMILIES.put("Safari/", "Safari");
    }

    private Browser() {}

    static String family(@Nullable String userAgent) {
        if (userAgent == null) {
            return "—";
        }
        return FAMILIES.entrySet().stream()
                .filter(family -> userAgent.contains(family.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("—");
    }
}
