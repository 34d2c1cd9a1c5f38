package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Particulars;
import fr.pli.exchange.account.Secrets;
import fr.pli.exchange.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of registrations. */
@Component
class RegistrationRows {

    private static final int A_DAY = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    RegistrationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One certificate sends so many mails a day and no more. */
    void insistOnRoom(UUID certificate) {
        int asked = jdbc.sql("select count(*) from registration where certificate = :id and asked_at > :since")
                .param("id", certificate)
                .param("since", clock.instant().minus(Duration.ofDays(1)))
                .query(Integer.class)
                .single();
        if (asked >= A_DAY) {
            throw CardRefusal.TOO_MANY.with();
        }
    }

    Asked add(UUID certificate, RegistrationForm form, String token, Locale language, Duration lives) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        String email = form.email().strip().toLowerCase(Locale.ROOT);
        jdbc.sql("""
                        insert into registration (id, certificate, hash, email, first_name, last_name, landline, mobile,
                                                  postal, profile, organisation, specialties, language, asked_at,
                                                  expires_at)
                        values (:id, :certificate, :hash, :email, :first, :last, :landline, :mobile, :postal, :profile,
                                :organisation, :specialties, :language, :now, :end)
                        """)
                .param("id", id)
                .param("certificate", certificate)
                .param("hash", Secrets.hash(token))
                .param("email", email)
                .param("first", form.firstName().strip())
                .param("last", form.lastName().strip())
                .param("landline", form.landline().strip())
                .param("mobile", form.mobile().strip())
                .param("postal", form.postal().strip())
                .param("profile", form.profile())
                .param("organisation", form.organisation())
                .param("specialties", form.specialtyCodes())
                .param("language", language.getLanguage().equals("en") ? "en" : "fr")
                .param("now", now)
                .param("end", now.plus(lives))
                .update();
        return new Asked(id, email, now.plus(lives));
    }

    Optional<Row> living(String token) {
        return jdbc.sql("""
                        select id, certificate, email, first_name, last_name, organisation, profile, language
                        from registration where hash = :hash and confirmed_at is null and expires_at > :now
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", clock.instant())
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("certificate", UUID.class),
                        new Particulars(
                                row.getString("email"),
                                row.getString("first_name"),
                                row.getString("last_name"),
                                row.getString("organisation"),
                                row.getString("profile"),
                                row.getString("language"),
                                "")))
                .optional();
    }

    /** @return whether it was alive: of two uses of a link at once one succeeds */
    boolean confirmed(UUID id) {
        return jdbc.sql("""
                        update registration set confirmed_at = :now
                        where id = :id and confirmed_at is null and expires_at > :now
                        """).param("now", clock.instant()).param("id", id).update() == 1;
    }

    void belongs(UUID id, UUID person) {
        jdbc.sql("update registration set person = :person where id = :id")
                .param("person", person)
                .param("id", id)
                .update();
    }

    Optional<Registrations.Contact> contact(UUID person) {
        return jdbc.sql("""
                        select landline, mobile, postal, specialties, confirmed_at from registration
                        where person = :person and confirmed_at is not null order by confirmed_at desc limit 1
                        """)
                .param("person", person)
                .query((row, number) -> new Registrations.Contact(
                        row.getString("landline"),
                        row.getString("mobile"),
                        row.getString("postal"),
                        row.getString("specialties"),
                        row.getTimestamp("confirmed_at").toInstant()))
                .optional();
    }

    /** @param until when its link dies */
    record Asked(UUID id, String email, Instant until) {}

    /** One that waits for its confirmation. */
    record Row(UUID id, UUID certificate, Particulars particulars) {

        String email() {
            return particulars.email();
        }
    }
}
