package fr.pli.exchange.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How a {@link Person} is read: {@code PersonRows.SELECT + " where …"}, then {@code .query(PersonRows::person)}. */
final class PersonRows {

    /** The person is {@code p}, the organisation {@code o}, the account it was merged into (C-6) {@code k}. */
    private static final String PERSON = """
             p.id, coalesce(k.email, p.email) as email, p.first_name, p.last_name, p.organisation,
                   o.name as organisation_name, p.profile, p.state, coalesce(k.language, p.language) as language,
                   coalesce(k.time_zone, p.time_zone) as time_zone, p.identity, p.guest, p.merged_into,
                   (select group_concat(a.id order by a.id) from person a
                    where a.merged_into = coalesce(p.merged_into, p.id)) as merged
            from person p join organisation o on o.id = p.organisation
            left join person k on k.id = p.merged_into
            """;

    static final String SELECT = with("");

    private PersonRows() {}

    /** As {@link #SELECT}, with columns of what the caller joins. @param columns each followed by a comma */
    static String with(String columns) {
        return "select " + columns + PERSON;
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getObject("organisation", UUID.class),
                row.getString("organisation_name"),
                Profile.valueOf(row.getString("profile")),
                PersonState.valueOf(row.getString("state")),
                Locale.of(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("identity", UUID.class),
                row.getBoolean("guest"),
                row.getObject("merged_into", UUID.class),
                entries(row));
    }

    /** This one first, then the account kept, then what was merged into it. */
    private static List<UUID> entries(ResultSet row) throws SQLException {
        var entries = new LinkedHashSet<UUID>();
        entries.add(row.getObject("id", UUID.class));
        UUID kept = row.getObject("merged_into", UUID.class);
        if (kept != null) {
            entries.add(kept);
        }
        String merged = row.getString("merged");
        if (merged != null) {
            for (String one : merged.split(",")) {
                entries.add(UUID.fromString(one));
            }
        }
        return List.copyOf(entries);
    }
}
