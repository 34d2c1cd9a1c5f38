package fr.pli.expertise.experts;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.Registered;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.certificate.Specialties.Specialty;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What experts say of themselves: when they register with a card (C-3), and later on a page of their own (S-3). */
@Service("ownExpertEntries")
public class OwnEntries {

    public static final int MOST_SPECIALTIES = 30;

    private static final Pattern PHONE = Pattern.compile("(\\+?[0-9][0-9 ().-]{4,28})?");

    private final Experts experts;
    private final Specialties specialties;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Units units;

    OwnEntries(Experts experts, Specialties specialties, Journal journal, JdbcClient jdbc, Units units) {
        this.experts = experts;
        this.specialties = specialties;
        this.journal = journal;
        this.jdbc = jdbc;
        this.units = units;
    }

    /** Refused to anybody who is no expert. */
    public Expert of(Person expert) {
        return experts.find(expert.id())
                .filter(found -> expert.profile() == Profile.EXPERT)
                .orElseThrow(ExpertRefusal.EXPERTS_ONLY::with);
    }

    /** Replaces it; what was listed under an earlier nomenclature stays. */
    public Expert write(Person expert, OwnEntry entry) {
        of(expert);
        String court =
                entry.court().isBlank() ? null : experts.court(entry.court()).code();
        if (entry.specialties().size() > MOST_SPECIALTIES) {
            throw ExpertRefusal.SPECIALTIES_TOO_MANY.with(MOST_SPECIALTIES);
        }
        List<String> codes = entry.specialties().stream()
                .map(experts::specialty)
                .map(Specialty::code)
                .toList();
        return units.call(() -> {
            keep(expert.id(), court, phone(entry.landline()), phone(entry.mobile()), codes);
            journal.append(Fact.of("expert.listed").by(expert.id()).about(expert.id()));
            return of(expert);
        });
    }

    /** The court of appeal is the organisation that the registration named. */
    @EventListener
    void on(Registered registered) {
        List<String> codes = Stream.of(registered.contact().specialties().split(" "))
                .filter(specialties::known)
                .toList();
        if (experts.find(registered.person()).isPresent()) {
            keep(
                    registered.person(),
                    null,
                    registered.contact().landline(),
                    registered.contact().mobile(),
                    codes);
        }
    }

    private void keep(UUID expert, @Nullable String court, String landline, String mobile, List<String> codes) {
        jdbc.sql("""
                        update expert set court = coalesce(:court, court), landline = :landline, mobile = :mobile
                        where person = :person
                        """)
                .param("court", court)
                .param("landline", landline)
                .param("mobile", mobile)
                .param("person", expert)
                .update();
        jdbc.sql("delete from expert_specialty where person = :person and nomenclature = :now")
                .param("person", expert)
                .param("now", specialties.current())
                .update();
        List<String> ordered = specialties.headings().stream()
                .flatMap(heading -> heading.specialties().stream())
                .map(Specialty::code)
                .filter(codes::contains)
                .toList();
        for (int position = 0; position < ordered.size(); position++) {
            jdbc.sql("""
                            insert into expert_specialty (code, person, nomenclature, position)
                            values (:code, :person, :now, :position)
                            """)
                    .param("code", ordered.get(position))
                    .param("person", expert)
                    .param("now", specialties.current())
                    .param("position", position)
                    .update();
        }
    }

    private static String phone(String typed) {
        String number = typed.strip();
        if (!PHONE.matcher(number).matches()) {
            throw ExpertRefusal.PHONE_MALFORMED.with();
        }
        return number;
    }
}
