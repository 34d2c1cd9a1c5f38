package fr.pli.exchange.factor;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.SealedRows;
import fr.pli.exchange.attachment.SmallSecrets;
import fr.pli.exchange.attachment.SmallSecrets.Sealed;
import fr.pli.exchange.platform.Units;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Apps that show codes (RFC 6238): set up by typing the first code, then a code of each step counts once. */
@Component
public class CodeApps implements SealedRows {

    /** How long a secret that was shown waits for its first code. */
    static final Duration WAITS = Duration.ofMinutes(15);

    private static final String SELECT = """
            select t.factor, t.seal_key, t.sealed from second_factor_totp t
            join second_factor f on f.id = t.factor
            """;

    private final JdbcClient jdbc;
    private final FactorRows rows;
    private final FactorNews news;
    private final SmallSecrets secrets;
    private final FactorSettings settings;
    private final Units units;
    private final Clock clock;

    CodeApps(
            JdbcClient jdbc,
            FactorRows rows,
            FactorNews news,
            SmallSecrets secrets,
            FactorSettings settings,
            Units units,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.news = news;
        this.secrets = secrets;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    /** Begins to set an app up; what was begun before is void. It counts for nothing until {@link #confirm}. */
    public void begin(Person person) {
        units.run(() -> {
            rows.lock(person);
            rows.forgetBegun(person.id());
            UUID id = rows.add(person, Factor.Kind.TOTP, "", false);
            Sealed sealed = secrets.seal(id, Totp.freshSecret());
            jdbc.sql("""
                            insert into second_factor_totp (factor, seal_key, sealed, last_step)
                            values (:id, :key, :sealed, 0)
                            """)
                    .param("id", id)
                    .param("key", sealed.key())
                    .param("sealed", sealed.bytes())
                    .update();
        });
    }

    /** What the app has to be given; empty when nothing was begun within a quarter of an hour. */
    public Optional<Setup> begun(Person person) {
        return rows.begun(person.id(), WAITS)
                .flatMap(this::row)
                .flatMap(this::secret)
                .map(secret -> {
                    String uri = uri(person, Totp.text(secret));
                    return new Setup(Totp.text(secret), uri, QrCode.of(uri));
                });
    }

    /** The first right code: from now on the app is a second factor. */
    public void confirm(Person person, String code, String label) {
        String name = FactorRows.label(label);
        units.run(() -> {
            rows.lock(person);
            Row row = rows.begun(person.id(), WAITS).flatMap(this::row).orElseThrow(FactorRefusal.NOT_BEGUN::with);
            OptionalLong step = match(row, code);
            if (step.isEmpty()) {
                throw FactorRefusal.CODE_WRONG.with();
            }
            spend(row, step.getAsLong());
            rows.confirm(row.factor(), name);
            news.added(person, Factor.Kind.TOTP, name);
        });
    }

    /** Refuses a code that is none of this person's apps' or that was used before. */
    void prove(Person person, String code) {
        units.run(() -> {
            boolean used = false;
            for (Row row : confirmed(person)) {
                OptionalLong step = match(row, code);
                if (step.isPresent()) {
                    if (spend(row, step.getAsLong())) {
                        rows.used(row.factor());
                        return;
                    }
                    used = true;
                }
            }
            throw used ? FactorRefusal.CODE_USED.with() : FactorRefusal.CODE_WRONG.with();
        });
    }

    @Override
    public void sealAnew(String key) {
        UUID last = new UUID(0, 0);
        for (List<Row> batch = sealedBy(key, last); !batch.isEmpty(); batch = sealedBy(key, last)) {
            batch.forEach(this::sealAnew);
            last = batch.getLast().factor();
        }
    }

    private void sealAnew(Row row) {
        Optional<byte[]> secret = secret(row);
        if (secret.isEmpty()) {
            // Nobody can read it any more: its person comes in by another factor or an administrator's help.
            units.run(() -> rows.suspect(row.factor()));
        }
        Sealed sealed = secrets.seal(row.factor(), secret.orElseGet(Totp::freshSecret));
        units.run(() -> jdbc.sql("""
                        update second_factor_totp set seal_key = :key, sealed = :sealed
                        where factor = :id and seal_key = :before
                        """)
                .param("key", sealed.key())
                .param("sealed", sealed.bytes())
                .param("id", row.factor())
                .param("before", row.sealed().key())
                .update());
    }

    private OptionalLong match(Row row, String code) {
        return secret(row)
                .map(secret -> Totp.match(secret, code, clock.instant(), settings.drift()))
                .orElse(OptionalLong.empty());
    }

    /** Uses the code of this step up, and all before it. @return whether it was not used before, on any node */
    private boolean spend(Row row, long step) {
        return jdbc.sql("update second_factor_totp set last_step = :step where factor = :id and last_step < :step")
                        .param("step", step)
                        .param("id", row.factor())
                        .update()
                == 1;
    }

    private Optional<byte[]> secret(Row row) {
        return secrets.open(row.factor(), row.sealed());
    }

    private Optional<Row> row(UUID factor) {
        return jdbc.sql(SELECT + "where t.factor = :id")
                .param("id", factor)
                .query((row, number) -> row(row))
                .optional();
    }

    private List<Row> confirmed(Person person) {
        return jdbc.sql(
                        SELECT
                                + "where f.person = :person and f.confirmed_at is not null and f.suspected_at is null order by f.id")
                .param("person", person.id())
                .query((row, number) -> row(row))
                .list();
    }

    private List<Row> sealedBy(String key, UUID after) {
        return jdbc.sql(SELECT + "where t.seal_key = :key and t.factor > :after order by t.factor limit 500")
                .param("key", key)
                .param("after", after)
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("factor", UUID.class), new Sealed(row.getString("seal_key"), row.getBytes("sealed")));
    }

    /** The key URI that apps read from a QR code. */
    private String uri(Person person, String secret) {
        return "otpauth://totp/" + encoded(settings.issuer()) + ":" + encoded(person.email()) + "?secret=" + secret
                + "&issuer=" + encoded(settings.issuer());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Row(UUID factor, Sealed sealed) {}

    /**
     * What an app is given, once.
     *
     * @param secret Base32, to type
     * @param uri the same with the names, to open on the device itself
     */
    public record Setup(String secret, String uri, QrCode picture) {

        /** In groups of four, to read aloud or to type. */
        public String spaced() {
            return secret.replaceAll("(.{4})(?=.)", "$1 ");
        }
    }
}
