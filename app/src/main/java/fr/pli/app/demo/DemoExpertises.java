package fr.pli.app.demo;

import static fr.pli.expertise.rights.ExpertiseState.OPEN;
import static fr.pli.expertise.rights.ExpertiseState.PAUSED;
import static fr.pli.expertise.rights.ExpertiseState.SETUP;
import static java.util.Objects.requireNonNull;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Time;
import fr.pli.expertise.dossier.ExpertiseCreation;
import fr.pli.expertise.dossier.Lifecycle;
import fr.pli.expertise.dossier.Order;
import fr.pli.expertise.dossier.Provisions;
import fr.pli.expertise.folder.Deposits;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.invitation.Invitation;
import fr.pli.expertise.invitation.InvitationDesk;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Three expertises of the demonstration, one « En création », one « En cours » with every role, one « En pause »; all is
 * done by the same services as everybody's, so that each role can be tried.
 */
@Component
@ConditionalOnProperty("pli.demo")
class DemoExpertises {

    private static final String COURT = "TJ33063";

    private final ExpertiseCreation creation;
    private final Provisions provisions;
    private final Lifecycle lifecycle;
    private final InvitationDesk invitations;
    private final Participants participants;
    private final Folders folders;
    private final Deposits deposits;
    private final DemoFiles files;
    private final Clock clock;

    DemoExpertises(
            ExpertiseCreation creation,
            Provisions provisions,
            Lifecycle lifecycle,
            InvitationDesk invitations,
            Participants participants,
            Folders folders,
            Deposits deposits,
            DemoFiles files,
            Clock clock) {
        this.creation = creation;
        this.provisions = provisions;
        this.lifecycle = lifecycle;
        this.invitations = invitations;
        this.participants = participants;
        this.folders = folders;
        this.deposits = deposits;
        this.files = files;
        this.clock = clock;
    }

    void fill(Map<Part, Person> people) throws IOException {
        inSetup(people);
        open(people);
        paused(people);
    }

    /** « En attente de consignation ». */
    private void inSetup(Map<Part, Person> people) {
        Person expert = who(people, Part.EXPERT);
        UUID id = create(people, expert, "Dubois", "Assurances du Port", "26/00231", new BigDecimal("3500"));
        invite(expert, id, Role.AVOCAT, party(id, 0), who(people, Part.LAWYER));
    }

    private void open(Map<Part, Person> people) throws IOException {
        Person expert = who(people, Part.EXPERT);
        Person lawyer = who(people, Part.LAWYER);
        Person defence = who(people, Part.DEFENCE);
        UUID id = create(people, expert, "Hartmann", "Clinique des Pins", "25/01874", new BigDecimal("4200"));
        Party claimant = party(id, 0);
        Party defendant = party(id, 1);
        begin(expert, id);
        invite(expert, id, Role.CO_EXPERT, null, who(people, Part.CO_EXPERT));
        invite(expert, id, Role.SAPITEUR, null, who(people, Part.SAPITEUR));
        invite(expert, id, Role.AVOCAT, claimant, who(people, Part.LAWYER));
        invite(expert, id, Role.PARTY_PUBLISHER, claimant, who(people, Part.PARTY));
        invite(expert, id, Role.AVOCAT, defendant, who(people, Part.DEFENCE));
        invite(expert, id, Role.PARTY_READER, defendant, who(people, Part.PARTY_READER));

        deposit(expert, id, FolderKind.EXPERT_DESIGNATION, null, "Ordonnance du 14 janvier.pdf");
        deposit(
                expert,
                id,
                FolderKind.EXPERT_NOTES_AUX_PARTIES,
                null,
                "Note aux parties n° 1, convocation.pdf",
                "Note aux parties n° 2, compte rendu de réunion.pdf");
        deposit(expert, id, FolderKind.EXPERT_VERS_MAGISTRAT, null, "Demande de prorogation.pdf");
        deposit(who(people, Part.MAGISTRAT), id, FolderKind.MAGISTRAT_VERS_EXPERT, null, "Réponse du juge.pdf");
        deposit(who(people, Part.CLERK), id, FolderKind.GREFFE_VERS_EXPERT_PARTIES, null, "Avis de consignation.pdf");
        deposit(
                lawyer,
                id,
                FolderKind.PARTIE_PIECES_COTEES,
                claimant.id(),
                "Certificat médical initial.pdf",
                "Compte rendu opératoire.pdf");
        deposit(lawyer, id, FolderKind.PARTIE_DIRES_ET_ANNEXES, claimant.id(), "Dire n° 1 de Mme Hartmann.pdf");
        deposit(defence, id, FolderKind.PARTIE_DIRES_ET_ANNEXES, defendant.id(), "Dire n° 1 de la clinique.pdf");
        deposit(defence, id, FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, defendant.id(), "Protocole interne.pdf");
    }

    private void paused(Map<Part, Person> people) throws IOException {
        Person expert = who(people, Part.EXPERT);
        UUID id = create(people, expert, "Leroux", "SCI du Lavoir", "24/00921", new BigDecimal("2800"));
        begin(expert, id);
        invite(expert, id, Role.AVOCAT, party(id, 0), who(people, Part.DEFENCE));
        deposit(expert, id, FolderKind.EXPERT_NOTES_AUX_PARTIES, null, "Note aux parties n° 1.pdf");
        lifecycle.change(expert, id, OPEN, PAUSED, "Médiation en cours, jusqu'à la réponse des parties.");
    }

    private UUID create(
            Map<Part, Person> people, Person expert, String claimant, String defendant, String rg, BigDecimal amount) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PARIS);
        return creation.create(
                        expert,
                        new Order(
                                claimant,
                                defendant,
                                COURT,
                                rg,
                                null,
                                today.minusDays(30),
                                who(people, Part.MAGISTRAT).email(),
                                who(people, Part.CLERK).email(),
                                amount,
                                today.plusDays(30),
                                today.plusDays(180)))
                .id();
    }

    private void begin(Person expert, UUID id) {
        provisions.received(
                expert, id, LocalDate.ofInstant(clock.instant(), Time.PARIS).minusDays(5));
        lifecycle.change(expert, id, SETUP, OPEN, null);
    }

    private Party party(UUID expertise, int position) {
        return participants.parties(expertise).get(position);
    }

    private void invite(Person expert, UUID expertise, Role role, @Nullable Party party, Person invited) {
        invitations.invite(
                expert,
                expertise,
                new Invitation(
                        role,
                        party == null ? null : party.id(),
                        invited.email(),
                        invited.firstName(),
                        invited.lastName(),
                        null,
                        null));
    }

    private void deposit(Person author, UUID expertise, FolderKind kind, @Nullable UUID owner, String... names)
            throws IOException {
        UUID folder = folders.at(expertise, kind, owner);
        UUID draft = deposits.begin(author, folders.find(folder).orElseThrow());
        for (String name : names) {
            files.attach(author, draft, name, DemoPdf.of(name.replace(".pdf", "")));
        }
        deposits.confirm(author, draft, false);
    }

    private static Person who(Map<Part, Person> people, Part part) {
        return requireNonNull(people.get(part));
    }
}
