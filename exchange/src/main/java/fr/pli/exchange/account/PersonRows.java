package fr.pli.exchange.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/** How a {@link Person} is read: {@code PersonRows.SELECT + " where …"}, then {@code .query(PersonRows::person)}. */
final class PersonRows {

    /** The person is {@code p}, the organisation {@code o}. */
    static final String SELECT = """
            select p.id, p.email, p.first_name, p.last_name, p.organisation, o.name as organisation_name, p.profile,
                   p.state, p.language, p.time_zone, p.identity, p.guest
            from person p join organisation o on o.id = p.organisation
            """;

    private PersonRows() {}

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
                row.getBoolean("guest"));
    }
}
