package fr.pli.exchange.account;

import fr.pli.exchange.account.Link.Purpose;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.platform.WebSettings;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The first start (O-3): while there is no administrator, each start makes a one-time link whose page creates the first
 * one. There is no default password anywhere.
 */
@Component
public class FirstSetup {

    private final JdbcClient jdbc;
    private final Links links;
    private final ParticularsCheck particulars;
    private final Membership membership;
    private final PasswordPolicy policy;
    private final Hashing hashing;
    private final Passwords passwords;
    private final Journal journal;
    private final Units units;
    private final AccountSettings settings;
    private final WebSettings web;
    private final Clock clock;

    FirstSetup(
            JdbcClient jdbc,
            Links links,
            ParticularsCheck particulars,
            Membership membership,
            PasswordPolicy policy,
            Hashing hashing,
            Passwords passwords,
            Journal journal,
            Units units,
            AccountSettings settings,
            WebSettings web,
            Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.particulars = particulars;
        this.membership = membership;
        this.policy = policy;
        this.hashing = hashing;
        this.passwords = passwords;
        this.journal = journal;
        this.units = units;
        this.settings = settings;
        this.web = web;
        this.clock = clock;
    }

    /** A fresh link, the former ones dead; empty once there is an administrator. */
    Optional<String> link() {
        return units.call(() -> {
            links.endAll(Purpose.SETUP);
            return administered()
                    ? Optional.empty()
                    : Optional.of(web.link("/setup/" + links.issue(Purpose.SETUP, null, settings.setupLifetime())));
        });
    }

    /** Whether the link still works; changes nothing. */
    public boolean open(String token) {
        return living(token).isPresent() && !administered();
    }

    /** What the form shows; names are checked when it comes back. */
    public PasswordPolicy.Shown rules() {
        return policy.shown(new PasswordPolicy.Owner("", "", ""));
    }

    /** Creates the first administrator and uses the link up. */
    public void complete(String token, Administrator typed) {
        Link link = living(token).orElseThrow(SignInRefusal.LINK_DEAD::with);
        var read = particulars
                .check(new Particulars(
                        typed.email(),
                        typed.firstName(),
                        typed.lastName(),
                        typed.organisation(),
                        Profile.ADMINISTRATOR.name(),
                        typed.language().getLanguage(),
                        ""))
                .orRefuse();
        policy.check(typed.password(), new PasswordPolicy.Owner(read.email(), read.firstName(), read.lastName()));
        if (!typed.password().equals(typed.repeated())) {
            throw SignInRefusal.PASSWORD_DIFFERS.with();
        }
        String hash = hashing.hash(typed.password());
        units.run(() -> {
            if (!links.use(link)) {
                throw SignInRefusal.LINK_DEAD.with();
            }
            if (administered()) {
                throw SignInRefusal.SETUP_DONE.with();
            }
            var entry = new PersonRecord.Entry(
                    read.email(),
                    read.firstName(),
                    read.lastName(),
                    organisation(read.organisation()),
                    Profile.ADMINISTRATOR,
                    read.languageOr(Locale.FRENCH),
                    read.zoneOr(Time.PARIS));
            UUID id = membership.add(entry, null);
            passwords.store(id, hash);
            membership.activate(id, id);
            journal.append(Fact.of("setup.completed").by(id).about(id));
        });
    }

    private Optional<Link> living(String token) {
        return links.find(token).filter(link -> link.purpose() == Purpose.SETUP && link.alive(clock.instant()));
    }

    private boolean administered() {
        return jdbc.sql("select count(*) from person where profile = 'ADMINISTRATOR' and state <> 'INVITED'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private UUID organisation(String name) {
        jdbc.sql("insert ignore into organisation (id, name, kind, version) values (:id, :name, 'BODY', 0)")
                .param("id", Ids.next(clock.instant()))
                .param("name", name)
                .update();
        return jdbc.sql("select id from organisation where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    /** What the form of the first start gives. */
    public record Administrator(
            String email,
            String firstName,
            String lastName,
            String organisation,
            String password,
            String repeated,
            Locale language) {}
}
