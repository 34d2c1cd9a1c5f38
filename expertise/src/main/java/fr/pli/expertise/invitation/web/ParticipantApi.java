package fr.pli.expertise.invitation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.invitation.Invitation;
import fr.pli.expertise.invitation.InvitationDesk;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Parties and participants for programs (P-1, E-7). There are never many, so all of them at once. */
@RestController
@RequestMapping("/api/v1/expertises/{id}")
class ParticipantApi {

    private final Expertises expertises;
    private final InvitationDesk desk;
    private final ParticipantViews views;

    ParticipantApi(Expertises expertises, InvitationDesk desk, ParticipantViews views) {
        this.expertises = expertises;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping("/participants")
    List<Shown> participants(@SignedIn Person me, @PathVariable UUID id) {
        return views.lines(expertises.known(me, id)).stream().map(Shown::of).toList();
    }

    @PostMapping("/participants")
    @ResponseStatus(HttpStatus.CREATED)
    Shown invite(@SignedIn Person me, @PathVariable UUID id, @RequestBody Invitation typed) {
        return shown(me, id, desk.invite(me, id, typed));
    }

    /** Another role of the same person: the answer is the new participation. */
    @PutMapping("/participants/{participant}")
    Shown change(@SignedIn Person me, @PathVariable UUID id, @PathVariable UUID participant, @RequestBody Part part) {
        expertises.known(me, id);
        return shown(me, id, desk.change(me, id, participant, part.role(), part.party()));
    }

    @DeleteMapping("/participants/{participant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@SignedIn Person me, @PathVariable UUID id, @PathVariable UUID participant) {
        desk.end(me, id, participant);
    }

    @PostMapping("/participants/{participant}/renew")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renew(@SignedIn Person me, @PathVariable UUID id, @PathVariable UUID participant) {
        desk.renew(me, id, participant);
    }

    /** Consent given on paper, recorded by the expert. */
    @PostMapping("/participants/{participant}/consent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void consentOnPaper(
            @SignedIn Person me, @PathVariable UUID id, @PathVariable UUID participant, @RequestBody Paper paper) {
        desk.consentOnPaper(me, id, participant, paper.on());
    }

    /** The caller's own consent to electronic exchange (CPC 748-2), in all their roles here. */
    @PostMapping("/consent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void consent(@SignedIn Person me, @PathVariable UUID id) {
        desk.consent(me, id);
    }

    @GetMapping("/parties")
    List<ShownParty> parties(@SignedIn Person me, @PathVariable UUID id) {
        return views.parties(expertises.known(me, id)).stream()
                .map(ShownParty::of)
                .toList();
    }

    @PostMapping("/parties")
    @ResponseStatus(HttpStatus.CREATED)
    ShownParty addParty(@SignedIn Person me, @PathVariable UUID id, @RequestBody NewParty party) {
        return ShownParty.of(new ParticipantViews.Served(desk.addParty(me, id, party.side(), party.name()), false));
    }

    @PutMapping("/parties/{party}")
    ShownParty serve(@SignedIn Person me, @PathVariable UUID id, @PathVariable UUID party, @RequestBody Mode mode) {
        desk.serve(me, id, party, mode.expertDeposits(), mode.withoutAccess());
        return views.parties(expertises.known(me, id)).stream()
                .filter(served -> served.party().id().equals(party))
                .map(ShownParty::of)
                .findFirst()
                .orElseThrow();
    }

    private Shown shown(Person me, UUID id, Participant participant) {
        return views.lines(expertises.known(me, id)).stream()
                .filter(line -> line.participant().id().equals(participant.id()))
                .map(Shown::of)
                .findFirst()
                .orElseThrow();
    }

    record Part(@Nullable Role role, @Nullable UUID party) {}

    /** @param on day of the paper */
    record Paper(@Nullable LocalDate on) {}

    /** @param side OTHER when absent */
    record NewParty(Party.@Nullable Side side, @Nullable String name) {}

    /** How the expert serves a party: « Dépôt Expert », and whether nobody of it takes part. */
    record Mode(boolean expertDeposits, boolean withoutAccess) {}

    /**
     * @param party id of the party that the role stands for
     * @param email and {@code account}: for the expert and the court only
     */
    record Shown(
            UUID id,
            Role role,
            @Nullable UUID party,
            String name,
            @Nullable String email,
            @Nullable PersonState account,
            Instant joinedAt,
            @Nullable Instant leftAt,
            @Nullable Instant consentAt) {

        static Shown of(ParticipantViews.Line line) {
            Participant each = line.participant();
            return new Shown(
                    each.id(),
                    each.role(),
                    each.party(),
                    line.name(),
                    line.email(),
                    line.state(),
                    each.joinedAt(),
                    each.leftAt(),
                    each.consentAt());
        }
    }

    record ShownParty(
            UUID id,
            Party.Side side,
            String name,
            boolean expertDeposits,
            boolean withoutAccess,
            boolean paysProvision) {

        static ShownParty of(ParticipantViews.Served served) {
            Party party = served.party();
            return new ShownParty(
                    party.id(),
                    party.side(),
                    party.name(),
                    party.expertDeposits(),
                    served.withoutAccess(),
                    party.pays());
        }
    }
}
