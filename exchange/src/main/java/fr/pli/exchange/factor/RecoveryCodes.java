package fr.pli.exchange.factor;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Secrets;
import fr.pli.exchange.platform.Units;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes on paper for who has lost their device: shown once, stored as hashes, each works once. */
@Component
public class RecoveryCodes {

    /** Neither 0, O, 1, I: 32 letters and digits, five bits each. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 24;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final FactorRows rows;
    private final FactorNews news;
    private final FactorSettings settings;
    private final Units units;
    private final Clock clock;

    RecoveryCodes(
            JdbcClient jdbc, FactorRows rows, FactorNews news, FactorSettings settings, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.news = news;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    /** New codes; all former ones are void. Only for somebody with a second factor. @return clear, kept nowhere */
    public List<String> renew(Person person) {
        return units.call(() -> {
            rows.lock(person);
            if (!rows.any(person.id())) {
                throw FactorRefusal.NONE.with();
            }
            forget(person.id());
            var codes = new ArrayList<String>();
            while (codes.size() < settings.recoveryCodes()) {
                String code = fresh();
                codes.add(code);
                jdbc.sql("insert into recovery_code (person, hash, made_at) values (:person, :hash, :now)")
                        .param("person", person.id())
                        .param("hash", Secrets.hash(plain(code)))
                        .param("now", clock.instant())
                        .update();
            }
            news.codesMade(person, codes.size());
            return List.copyOf(codes);
        });
    }

    /** How many still work. */
    public int left(UUID person) {
        return jdbc.sql("select count(*) from recovery_code where person = :person and used_at is null")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    /** Uses a code up, or refuses it. */
    void prove(Person person, String typed) {
        units.run(() -> {
            int used = jdbc.sql("""
                            update recovery_code set used_at = :now
                            where person = :person and hash = :hash and used_at is null
                            """)
                    .param("now", clock.instant())
                    .param("person", person.id())
                    .param("hash", Secrets.hash(plain(typed)))
                    .update();
            if (used == 0) {
                throw FactorRefusal.RECOVERY_WRONG.with();
            }
            news.codeUsed(person, left(person.id()));
        });
    }

    void forget(UUID person) {
        jdbc.sql("delete from recovery_code where person = :person")
                .param("person", person)
                .update();
    }

    private static String fresh() {
        var code = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            code.append(place > 0 && place % GROUP == 0 ? "-" : "")
                    .append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it counts: without hyphens and spaces, in capitals. */
    private static String plain(String typed) {
        return typed.length() > 200 ? "" : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
