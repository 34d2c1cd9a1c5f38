package fr.pli.exchange.account;

import java.time.ZoneId;
import java.util.List;

/** The time zones a person may choose: regions with a town, not bare offsets. */
public final class Zones {

    /** In alphabetical order. */
    public static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    private Zones() {}

    static boolean known(String zone) {
        return ALL.contains(zone) || zone.equals("UTC");
    }
}
