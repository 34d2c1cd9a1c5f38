package fr.pli.expertise.participants;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Changes who takes part (E-7): journaled, and told to whoever listens, in the transaction of the fact. Whether somebody
 * may change it is asked before, by the features above; they hold the expertise's row, so that changes of one expertise
 * come one after the other.
 */
@Component
public class Roster {

    /** As many sets of folders an expertise may have. */
    public static final int MOST_PARTIES = 60;

    static final int LONGEST_NAME = 100;

    private final PartyTable parties;
    private final ParticipantTable participants;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Roster(
            PartyTable parties,
            ParticipantTable participants,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.parties = parties;
        this.participants = participants;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** The name of a party as it is kept. */
    public static String partyName(@Nullable String typed) {
        String name = Line.tidy(typed);
        if (name.isEmpty()) {
            throw ParticipantRefusal.PARTY_NAME_REQUIRED.with();
        }
        if (!Line.fits(name, LONGEST_NAME)) {
            throw ParticipantRefusal.PARTY_NAME_INVALID.with(LONGEST_NAME);
        }
        return name;
    }

    /** Adds a party at the end of the list; its mode is that the party deposits. */
    public Party addParty(UUID expertise, Party.Side side, @Nullable String typed, UUID by) {
        Instant now = clock.instant();
        int position = parties.nextPosition(expertise);
        if (position >= MOST_PARTIES) {
            throw ParticipantRefusal.PARTIES_TOO_MANY.with(MOST_PARTIES);
        }
        var party = new Party(Ids.next(now), expertise, side, partyName(typed), false, position, false);
        parties.add(party, now);
        journal.append(Fact.of("party.added")
                .by(by)
                .about(expertise)
                .detail("party", party.id())
                .detail("side", side));
        events.publishEvent(new PartyAdded(party));
        return party;
    }

    /** « Dépôt Expert », or the party deposits itself. */
    public void mode(Party party, boolean expertDeposits, UUID by) {
        if (parties.mode(party.id(), expertDeposits)) {
            journal.append(Fact.of("party.mode")
                    .by(by)
                    .about(party.expertise())
                    .detail("party", party.id())
                    .detail("expert", expertDeposits));
        }
    }

    /** Exactly these parties pay the provision. */
    public void pay(UUID expertise, Collection<UUID> payers) {
        List<Party> all = parties.of(expertise);
        if (!all.stream().map(Party::id).toList().containsAll(payers)) {
            throw ParticipantRefusal.UNKNOWN.with();
        }
        all.forEach(party -> parties.pays(party.id(), payers.contains(party.id())));
    }

    /** @param party whom the role stands for; null for roles of the court and of the expert's side */
    public Participant join(UUID expertise, UUID person, Role role, @Nullable UUID party, UUID by) {
        return join(expertise, person, role, party, by, false);
    }

    /** As {@link #join}, of somebody whom the caller tells of many roles at once. */
    public Participant joinToldApart(UUID expertise, UUID person, Role role, UUID by) {
        return join(expertise, person, role, null, by, true);
    }

    private Participant join(UUID expertise, UUID person, Role role, @Nullable UUID party, UUID by, boolean toldApart) {
        Instant now = clock.instant();
        if (participants.departed(person)) {
            throw ParticipantRefusal.DEPARTED.with();
        }
        var participant = new Participant(Ids.next(now), expertise, person, role, party, now, null, null, null);
        if (!participants.add(participant, by)) {
            throw ParticipantRefusal.ALREADY.with();
        }
        journal.append(fact("participant.joined", participant, by));
        events.publishEvent(new ParticipantJoined(participant, by, toldApart));
        return participant;
    }

    /** Over at once; what was done in it stays. */
    public void leave(Participant participant, UUID by) {
        if (participant.role() == Role.EXPERT) {
            throw ParticipantRefusal.EXPERT_STAYS.with();
        }
        if (!participants.end(participant.id(), by, clock.instant())) {
            throw ParticipantRefusal.UNKNOWN.with();
        }
        journal.append(fact("participant.left", participant, by));
        events.publishEvent(new ParticipantLeft(participant, by));
    }

    /**
     * Consent to electronic exchange (CPC 748-2); a second one changes nothing.
     *
     * @param by the person, or the expert for a consent on paper
     * @param at when it was given
     */
    public void consent(Participant participant, UUID by, Instant at) {
        if (participants.consent(participant.id(), by, at)) {
            journal.append(fact("participant.consented", participant, by).detail("at", at));
        }
    }

    /** Those present whom nobody told yet that they take part. */
    public List<Participant> untold(UUID expertise) {
        return participants.untold(expertise);
    }

    public boolean wasTold(Participant participant) {
        return participants.wasTold(participant.id());
    }

    public void told(Participant participant) {
        participants.told(participant.id(), clock.instant());
    }

    private static Fact fact(String kind, Participant participant, UUID by) {
        Fact fact = Fact.of(kind)
                .by(by)
                .about(participant.expertise())
                .detail("participant", participant.id())
                .detail("person", participant.person())
                .detail("role", participant.role());
        return participant.party() == null ? fact : fact.detail("party", participant.party());
    }
}
