package fr.pli.exchange.account;

import fr.pli.exchange.account.Link.Purpose;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Mails the link by which somebody chooses their password: to the address of the account and to no other. Whose
 * profile signs in by certificate only is told how to come with their card instead (C-3).
 */
@Component
class Invitations {

    static final String INVITATION = "signin-invitation";
    static final String CARD_INVITATION = "signin-card-invitation";
    static final String RESET = "signin-reset";

    private final Directory directory;
    private final Links links;
    private final Outbox outbox;
    private final Journal journal;
    private final Units units;
    private final DoorRules doors;
    private final AccountSettings settings;
    private final Clock clock;

    Invitations(
            Directory directory,
            Links links,
            Outbox outbox,
            Journal journal,
            Units units,
            DoorRules doors,
            AccountSettings settings,
            Clock clock) {
        this.directory = directory;
        this.links = links;
        this.outbox = outbox;
        this.journal = journal;
        this.units = units;
        this.doors = doors;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Invites somebody in state INVITED to choose a password; a further invitation is a further link.
     *
     * @param by who invites, null for the platform itself
     */
    void invite(UUID person, @Nullable UUID by) {
        units.run(() -> {
            Person invited = directory.find(person).orElseThrow(AccountRefusal.UNKNOWN::with);
            if (invited.state() != PersonState.INVITED) {
                throw AccountRefusal.STATE.with();
            }
            welcome(invited);
            journal.append(Fact.of("person.invited").by(by).about(person));
        });
    }

    /** Sends whom it may concern the link they need: an invitation who was never in, a reset who was. */
    void sendAgain(Person person) {
        switch (person.state()) {
            case INVITED -> welcome(person);
            case ACTIVE -> send(person, Purpose.RESET, RESET);
            case SUSPENDED, DEPARTED -> {
                return;
            }
        }
        journal.append(Fact.of("link.sent").about(person.id()).detail("state", person.state()));
    }

    private void welcome(Person person) {
        if (doors.byPassword(person.profile())) {
            send(person, Purpose.INVITATION, INVITATION);
        } else {
            outbox.stage(
                    new Letter(person.email(), person.id(), person.language(), CARD_INVITATION, person.id(), Map.of()));
        }
    }

    static Purpose purpose(PersonState state) {
        return state == PersonState.INVITED ? Purpose.INVITATION : Purpose.RESET;
    }

    /** As {@link #invite}, with the mail of the feature that invites. */
    void invite(Person invited, UUID by, String template, UUID about, Map<String, String> refs) {
        if (invited.state() != PersonState.INVITED) {
            throw AccountRefusal.STATE.with();
        }
        send(invited, Purpose.INVITATION, template, refs);
        journal.append(Fact.of("person.invited").by(by).about(invited.id()).detail("for", about));
    }

    private void send(Person person, Purpose purpose, String template) {
        send(person, purpose, template, Map.of());
    }

    private void send(Person person, Purpose purpose, String template, Map<String, String> refs) {
        String token = links.issue(purpose, person.id(), settings.linkLifetime());
        var all = new HashMap<>(refs);
        all.put("token", token);
        all.put("until", clock.instant().plus(settings.linkLifetime()).toString());
        outbox.stage(
                new Letter(person.email(), person.id(), person.language(), template, person.id(), Map.copyOf(all)));
    }
}
