package fr.pli.expertise.invitation;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.ParticipantRefusal;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who takes part, by the expert's hand only, while the expertise lasts (E-7). Each act is one unit and holds the
 * expertise's row; mails and notices follow from the facts, see {@link Telling}.
 */
@Service
public class InvitationDesk {

    private final Expertises expertises;
    private final Participants participants;
    private final Roster roster;
    private final Admission admission;
    private final Telling telling;
    private final Units units;
    private final Clock clock;

    InvitationDesk(
            Expertises expertises,
            Participants participants,
            Roster roster,
            Admission admission,
            Telling telling,
            Units units,
            Clock clock) {
        this.expertises = expertises;
        this.participants = participants;
        this.roster = roster;
        this.admission = admission;
        this.telling = telling;
        this.units = units;
        this.clock = clock;
    }

    /** @return the participation, of somebody who may still have to follow their invitation */
    public Participant invite(Person by, UUID expertise, Invitation typed) {
        return units.call(() -> {
            going(by, expertise);
            Invited kind = kind(typed.role());
            UUID party = party(expertise, kind.role(), typed.party());
            Person person = admission.admit(by, kind, typed.particulars());
            return roster.join(expertise, person.id(), kind.role(), party, by.id());
        });
    }

    /** Tells them again: by a new link (15 days) who has not followed the first, by the same mail who has. */
    public void renew(Person by, UUID expertise, UUID participant) {
        units.run(() -> {
            Expertise going = going(by, expertise);
            Participant present = present(expertise, participant);
            if (!telling.mayKnow(going, present)) {
                throw InvitationRefusal.NOT_YET_OPEN.with();
            }
            telling.invite(going, present, by);
        });
    }

    /** One role ends and another begins: what was done in the former one stays under it. */
    public Participant change(Person by, UUID expertise, UUID participant, @Nullable Role role, @Nullable UUID party) {
        return units.call(() -> {
            going(by, expertise);
            Participant former = present(expertise, participant);
            stays(former);
            Invited kind = kind(role);
            UUID stands = party(expertise, kind.role(), party);
            admission.suits(former.person(), kind);
            Participant next = roster.join(expertise, former.person(), kind.role(), stands, by.id());
            if (former.consentAt() != null && former.consentBy() != null) {
                roster.consent(next, former.consentBy(), former.consentAt());
            }
            roster.leave(former, by.id());
            return next;
        });
    }

    /** Ends a participation at once; past acts stay. */
    public void end(Person by, UUID expertise, UUID participant) {
        units.run(() -> {
            going(by, expertise);
            Participant present = present(expertise, participant);
            stays(present);
            roster.leave(present, by.id());
        });
    }

    /** What one agrees to oneself, in all one's roles here (CPC 748-2). */
    public void consent(Person me, UUID expertise) {
        units.run(() -> {
            expertises.held(me, expertise);
            participants.of(expertise).stream()
                    .filter(each -> each.person().equals(me.id()) && each.owesConsent())
                    .forEach(each -> roster.consent(each, me.id(), clock.instant()));
        });
    }

    /** What somebody agreed to on paper. @param on day of that paper, not ahead */
    public void consentOnPaper(Person by, UUID expertise, UUID participant, @Nullable LocalDate on) {
        units.run(() -> {
            going(by, expertise);
            Participant present = present(expertise, participant);
            if (!present.owesConsent()) {
                throw InvitationRefusal.CONSENT_NOT_OWED.with();
            }
            Instant now = clock.instant();
            if (on == null || on.isAfter(LocalDate.ofInstant(now, Time.PARIS)) || on.getYear() < 1900) {
                throw InvitationRefusal.CONSENT_DAY.with();
            }
            roster.consent(present, by.id(), on.atStartOfDay(Time.PARIS).toInstant());
        });
    }

    public Party addParty(Person by, UUID expertise, Party.@Nullable Side side, @Nullable String name) {
        return units.call(() -> {
            going(by, expertise);
            return roster.addParty(expertise, side == null ? Party.Side.OTHER : side, name, by.id());
        });
    }

    /**
     * How the expert serves a party.
     *
     * @param expertDeposits « Dépôt Expert »
     * @param withoutAccess nobody of the party takes part: the expert acts for it
     */
    public void serve(Person by, UUID expertise, UUID id, boolean expertDeposits, boolean withoutAccess) {
        units.run(() -> {
            going(by, expertise);
            Party party = party(expertise, id);
            roster.mode(party, expertDeposits, by.id());
            List<Participant> there = participants.of(expertise).stream()
                    .filter(each -> each.present() && party.id().equals(each.party()))
                    .toList();
            List<Participant> acting = there.stream()
                    .filter(each -> each.role() == Role.EXPERT_FOR_PARTY)
                    .toList();
            if (withoutAccess && acting.isEmpty()) {
                if (!there.isEmpty()) {
                    throw InvitationRefusal.PARTY_HAS_ACCESS.with(party.name());
                }
                roster.join(expertise, by.id(), Role.EXPERT_FOR_PARTY, party.id(), by.id());
            } else if (!withoutAccess) {
                acting.forEach(each -> roster.leave(each, by.id()));
            }
        });
    }

    private Expertise going(Person by, UUID expertise) {
        Expertises.Seen seen = expertises.held(by, expertise);
        if (!seen.has(Role.EXPERT)) {
            throw DossierRefusal.EXPERT_ONLY.with();
        }
        if (seen.expertise().over()) {
            throw DossierRefusal.OVER.with();
        }
        return seen.expertise();
    }

    private static Invited kind(@Nullable Role role) {
        if (role == null) {
            throw InvitationRefusal.ROLE_REQUIRED.with();
        }
        return Invited.into(role).orElseThrow(InvitationRefusal.ROLE_REQUIRED::with);
    }

    /** The party that the role stands for; one without access has nobody. */
    private @Nullable UUID party(UUID expertise, Role role, @Nullable UUID id) {
        if (!role.ofParty()) {
            return null;
        }
        if (id == null) {
            throw InvitationRefusal.PARTY_REQUIRED.with();
        }
        Party party = party(expertise, id);
        boolean without = participants.of(expertise).stream()
                .anyMatch(each -> each.present()
                        && each.role() == Role.EXPERT_FOR_PARTY
                        && party.id().equals(each.party()));
        if (without) {
            throw InvitationRefusal.PARTY_WITHOUT_ACCESS.with(party.name());
        }
        return party.id();
    }

    private Party party(UUID expertise, UUID id) {
        return participants.parties(expertise).stream()
                .filter(party -> party.id().equals(id))
                .findFirst()
                .orElseThrow(ParticipantRefusal.UNKNOWN::with);
    }

    private Participant present(UUID expertise, UUID participant) {
        return participants
                .find(participant)
                .filter(each -> each.present() && each.expertise().equals(expertise))
                .orElseThrow(ParticipantRefusal.UNKNOWN::with);
    }

    /** The expert's own role lasts; that of acting for a party ends with {@link #serve}. */
    private static void stays(Participant participant) {
        if (participant.role() == Role.EXPERT || participant.role() == Role.EXPERT_FOR_PARTY) {
            throw ParticipantRefusal.EXPERT_STAYS.with();
        }
    }
}
